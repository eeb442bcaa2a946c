-- fires device router
-- fires circuit line
-- fires service www:443/tcp
-- silent device both
-- silent device new
-- unknown monitor room
-- new is watched over IPv6 alone; nobody knows what room is.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'router'), (2, 'agent', 'both'), (3, 'agent', 'new');
INSERT INTO fact_circuit (id, kind) VALUES ('line', 'uplink');
INSERT INTO fact_service (name, port, zone) VALUES ('www', 443, 'example');
INSERT INTO fact_monitor (object, v4, v6)
VALUES ('router', 1, 0), ('line', 1, 0), ('www:443', 1, 0), ('both', 1, 1),
       ('new', 0, 1), ('room', 1, NULL);
