-- fires circuit wan1
-- silent circuit wan2
-- silent circuit wan3
-- unknown circuit wan4
-- The provider of wan1 says no. For wan2 its own answer goes before that of its
-- provider; wan3 has only that of the provider; nobody answered for wan4.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_voice (vlan) VALUES (40);
INSERT INTO fact_circuit (id, kind, provider)
VALUES ('wan1', 'wan', 'Alder'), ('wan2', 'wan', 'Alder'),
       ('wan3', 'wan', 'Birch'), ('wan4', 'uplink', 'Cedar');
INSERT INTO fact_answer (item, circuit, provider, value, by_name, date)
VALUES ('SV2', NULL, 'Alder', 'no', 'A. Person', 1779350400),
       ('SV2', 'wan2', NULL, 'yes', 'A. Person', 1779350400),
       ('SV2', NULL, 'Birch', 'yes', 'B. Person', 1779350400),
       ('SV1', NULL, 'Cedar', 'yes', 'C. Person', 1779350400);
