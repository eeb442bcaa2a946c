-- fires zone staff->internet
-- silent zone servers->internet
-- silent zone guests->internet
-- unknown zone voice->internet
-- guests have a policy for IPv6 alone.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_zone_policy (from_zone, to_zone, v4, v6)
VALUES ('staff', 'internet', 1, 0), ('servers', 'internet', 1, 1),
       ('guests', 'internet', NULL, 1), ('voice', 'internet', 1, NULL);
