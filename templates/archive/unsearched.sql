-- unsearched.sql: of the page that stands for the search while there is no index.

INSERT INTO parameter VALUES ('status', '503');
