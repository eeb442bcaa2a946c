-- object-pages.sql: where the pages of objects lie, when the picture is not in
-- the later state's own site; no links where there are none.

UPDATE union_card
SET    URL = (SELECT root FROM object_pages) || substr(URL, length('../') + 1)
WHERE  URL IS NOT NULL;
