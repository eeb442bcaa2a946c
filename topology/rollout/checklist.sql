-- checklist.sql: the sections of the guide and the questions to providers, which
-- checks and statuses refer to.
--
-- A section's owner is whoever the records say that it is made of: their
-- owners, three at most; else who signed its page.

INSERT INTO section (id, ordinal, title)
VALUES ('uplinks', 1, 'Uplinks and providers'),
       ('equipment', 2, 'Equipment'),
       ('people', 3, 'People'),
       ('plan', 4, 'Plan'),
       ('ipam', 5, 'Address plan'),
       ('security', 6, 'Security'),
       ('pilot', 7, 'Pilot: the administrators'' LAN'),
       ('services', 8, 'First services'),
       ('monitoring', 9, 'Monitoring and alerting'),
       ('record', 10, 'Record'),
       ('voip', 11, 'Voice'),
       ('projects', 12, 'Projects'),
       ('final', 13, 'Final result');

CREATE TEMP TABLE section_owner AS
SELECT 'uplinks' AS section, owner FROM fact_circuit
UNION SELECT 'uplinks', owner FROM fact_answer
UNION SELECT 'equipment', owner FROM fact_vendor
UNION SELECT 'people', owner FROM fact_person
UNION SELECT 'plan', owner FROM fact_phase
UNION SELECT 'plan', owner FROM fact_plan_item
UNION SELECT 'ipam', owner FROM fact_own_prefix
UNION SELECT 'ipam', owner FROM fact_plan_prefix
UNION SELECT 'security', owner FROM fact_security_control
UNION SELECT 'security', owner FROM fact_zone_policy
UNION SELECT 'pilot', owner FROM fact_pilot
UNION SELECT 'services', owner FROM fact_service
UNION SELECT 'services', owner FROM fact_dns_zone
UNION SELECT 'monitoring', owner FROM fact_monitor
UNION SELECT 'monitoring', owner FROM fact_tool
UNION SELECT 'record', owner FROM fact_procedure
UNION SELECT 'voip', owner FROM fact_voice
UNION SELECT 'projects', owner FROM fact_project
UNION SELECT page, owner FROM fact_signoff;

DELETE FROM section_owner
WHERE  owner IS NULL;

-- In the order of the rows of the inner query: SQLite keeps it here.
UPDATE section
SET    owner = COALESCE(
	(SELECT CASE WHEN COUNT(*) > 3 THEN MIN(owner) || ' and others'
	        ELSE GROUP_CONCAT(owner, ', ')
	        END
	 FROM   (SELECT owner
	         FROM   section_owner
	         WHERE  section = section.id
	         ORDER  BY owner)
	 HAVING COUNT(*) > 0),
	(SELECT by_name
	 FROM   fact_signoff
	 WHERE  page = section.id
	 ORDER  BY date DESC, by_name
	 LIMIT  1));

DROP TABLE section_owner;

-- `is_turned`: "no" is the answer that serves IPv6.
INSERT INTO checklist_item
	(id, ordinal, part, question, answer_type, class, is_turned, evidence)
VALUES
('REQ1', 1, 'requirements',
 'Is the line we have a contract for delivered with IPv4 and IPv6?',
 'yn!', 'EH', 0,
 'the port is up with working addresses of both families, and the provider''s'
 || ' router was seen and answered in both'),
('REQ2', 2, 'requirements',
 'Does the contract promise for IPv6 what it promises for IPv4?',
 'yn!', 'H', 0, NULL),
('REQ3', 3, 'requirements',
 'Do both families get the same bandwidth, delay, loss, order and jitter?',
 'yn!', 'EH', 0,
 'echo requests to the targets of the circuit: delay, loss and jitter of IPv6'
 || ' beside those of IPv4; the order of packets is not measured'),
('REQ4', 4, 'requirements',
 'Does the provider route our IPv6 space as it routes our IPv4 space?',
 'yn!', 'EH', 0,
 'a default route or a BGP session in IPv6 as in IPv4; as many IPv6 prefixes'
 || ' sent as are to be announced'),
('C1', 5, 'circuit', 'Does every part of the circuit have IPv6 switched on?',
 'yn!', 'H', 0, NULL),
('C1a', 6, 'circuit', 'If so, can the circuit carry both families side by side?',
 'yn', 'EH', 0, 'as REQ1'),
('C1b', 7, 'circuit',
 'If not: which parts are ready for IPv6 but not switched on, and when will'
 || ' they be?', 'list+date', 'H', 0, NULL),
('C1c', 8, 'circuit',
 'If not: which parts are not ready for it, when will they be, and when'
 || ' switched on?', 'list+date', 'H', 0, NULL),
('C2', 9, 'circuit',
 'Can today''s IPv4 circuit carry both families without new hardware or'
 || ' cabling?', 'yn', 'H', 0, NULL),
('C3', 10, 'circuit',
 'Do its service levels differ from those of a circuit with IPv4 alone? In'
 || ' what?',
 'yn+txt', 'H', 1, NULL),
('C4', 11, 'circuit',
 'Does anything keep provider independent space from being routed as it is now?'
 || ' What?',
 'yn+txt', 'EH', 1,
 'our own provider independent IPv6 prefix is sent over a session that is up'),
('C5', 12, 'circuit',
 'Can both families come on one tagged port, each in a VLAN of its own?', 'yn',
 'EH', 0, 'two VLAN interfaces on one port, one for each family'),
('C6', 13, 'circuit',
 'Where routing instances (VRFs) are used: does one serve both families, or two?',
 'same/different/none', 'H', 0, NULL),
('R1', 14, 'routing',
 'Does the provider take a full IPv6 routing table and pass it on?', 'yn', 'H',
 0, NULL),
('R1a', 15, 'routing', 'If not, which part of it?', 'txt', 'H', 0, NULL),
('R1b', 16, 'routing', 'Can customers get all routes of the IPv6 Internet?',
 'yn', 'EH', 0,
 'IPv6 prefixes accepted from it: as many as the answer names'),
('R2', 17, 'routing',
 'Is there a looking glass for IPv6 that anybody may use to find faults?',
 'yn+url', 'EH', 0, 'its address answers over IPv6'),
('R3', 18, 'routing',
 'Is a /48 of ours accepted, and announced to others?', 'yn', 'H', 0, NULL),
('R4', 19, 'routing', 'How long may a prefix be that it accepts from us?',
 'len', 'H', 0, NULL),
('R5', 20, 'routing',
 'How long may a prefix be that its own upstreams accept from it?', 'len', 'H',
 0, NULL),
('R5a', 21, 'routing', 'What limits are there to what we may announce?', 'txt',
 'H', 0, NULL),
('R6', 22, 'routing',
 'What part of the networks it peers with in IPv4 does it peer with in IPv6?',
 'pct', 'H', 0, NULL),
('R7', 23, 'routing', 'Is any large IPv6 network out of its reach? Which?',
 'yn+txt', 'H', 1, NULL),
('R7a', 24, 'routing',
 'Does it tell its IPv6 peerings, the native ones and those by tunnel?',
 'yn+ref', 'H', 0, NULL),
('R8', 25, 'routing',
 'Has it rules for tunnels in its backbone and its peerings?', 'yn+txt', 'H', 0,
 NULL),
('R8a', 26, 'routing',
 'Which tunnels are there today, and must peerings become native?', 'txt', 'H',
 0, NULL),
('R8b', 27, 'routing', 'Which limits of packet size, or standards, hold for'
 || ' tunnels?', 'txt', 'H', 0, NULL),
('SV1', 28, 'services', 'Is multicast of IPv6 offered to the public?', 'yn',
 'H', 0, NULL),
('SV1a', 29, 'services', 'Does it come by native BGP peering?', 'yn', 'H', 0,
 NULL),
('SV2', 30, 'services',
 'Do queues and drops follow the same rules in both families?', 'yn!', 'H', 0,
 NULL),
('SV2a', 31, 'services', 'If not, how do they differ?', 'txt', 'H', 0, NULL),
('SV3', 32, 'services',
 'Does its DNS take IPv6 names, forward and reverse?', 'yn', 'EH', 0,
 'name servers answer for our ip6.arpa zone; IPv6 addresses are published'),
('SV4', 33, 'services', 'Do its DNS servers answer over IPv6?', 'yn', 'EH', 0,
 'its servers of our zones answered over IPv6'),
('SV5', 34, 'services', 'Does it host web sites on IPv6?', 'yn', 'EH', 0,
 'a web site of ours with it answered over IPv6'),
('SV6', 35, 'services', 'Has it a looking glass for IPv6?', 'yn', 'H', 0, NULL),
('SV7', 36, 'services', 'Does it publish figures of how IPv6 performs?',
 'yn+url', 'H', 0, NULL);
