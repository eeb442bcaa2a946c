-- fires voice Alder Voice
-- fires voice Cedar Voice
-- silent voice Birch Voice
-- unknown voice Damson Voice
-- One says no, one has it planned, one does it, of one nothing is stated.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_voice (vlan, trunk, trunk_ipv6)
VALUES (40, 'Alder Voice', 'no'), (41, 'Birch Voice', 'yes'),
       (42, 'Cedar Voice', 'planned'), (43, 'Damson Voice', NULL);
