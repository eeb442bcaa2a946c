-- C-02: A device has no table that is needed.
-- Addresses of both families of every device; the IPv6 neighbours of a router;
-- neighbours by a protocol of every bridge and router; its forwarding table of a
-- bridge. Undecided where no answer came instead.
WITH need (what, ordinal, question, roles) AS (
	VALUES ('IPv6 addresses', 1, 'IP-MIB::ipAddressTable', NULL),
	       ('IPv6 addresses', 1, 'CISCO-IETF-IP-MIB::cIpAddressTable', NULL),
	       ('IPv6 addresses', 1, 'IPV6-MIB::ipv6AddrTable', NULL),
	       ('IPv4 addresses', 2, 'IP-MIB::ipAddressTable', NULL),
	       ('IPv4 addresses', 2, 'CISCO-IETF-IP-MIB::cIpAddressTable', NULL),
	       ('IPv4 addresses', 2, 'RFC1213-MIB::ipAddrTable', NULL),
	       ('ND', 3, 'IP-MIB::ipNetToPhysicalTable',
	        'router firewall l3switch'),
	       ('ND', 3, 'CISCO-IETF-IP-MIB::cInetNetToMediaTable',
	        'router firewall l3switch'),
	       ('ND', 3, 'IPV6-MIB::ipv6NetToMediaTable',
	        'router firewall l3switch'),
	       ('neighbours by LLDP or CDP', 4, 'LLDP-MIB::lldpRemTable',
	        'router firewall l3switch switch ap'),
	       ('neighbours by LLDP or CDP', 4, 'LLDP-V2-MIB::lldpV2RemTable',
	        'router firewall l3switch switch ap'),
	       ('neighbours by LLDP or CDP', 4, 'CISCO-CDP-MIB::cdpCacheTable',
	        'router firewall l3switch switch ap'),
	       ('forwarding table', 5, 'Q-BRIDGE-MIB::dot1qTpFdbTable',
	        'l3switch switch'),
	       ('forwarding table', 5, 'BRIDGE-MIB::dot1dTpFdbTable',
	        'l3switch switch')),
answer AS (
	SELECT c.device, n.what, n.ordinal,
	       MAX(c.result IN ('rows', 'empty')) AS is_there,
	       MAX(c.result IN ('no answer', 'cut short')) AS is_silent,
	       MIN(c.id) AS coverage
	FROM   device d
	CROSS  JOIN need n
	CROSS  JOIN coverage c ON c.device = d.id AND c.question = n.question
	WHERE  d.source = 'agent'
	AND    (n.roles IS NULL
	        OR ' ' || n.roles || ' ' LIKE '% ' || d.role || ' %')
	GROUP  BY c.device, n.what),
lacking AS (
	SELECT device,
	       MAX(NOT is_silent) AS is_sure,
	       GROUP_CONCAT(what, ', ') AS what,
	       GROUP_CONCAT(CASE WHEN NOT is_silent THEN what END, ', ')
	           AS surely,
	       MIN(coverage) AS coverage
	FROM   (SELECT *
	        FROM   answer
	        WHERE  NOT is_there
	        ORDER  BY device, ordinal)
	GROUP  BY device)
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN l.is_sure THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       CASE WHEN l.is_sure
       THEN 'The agent of ' || d.name || ' does not implement: ' || l.surely
            || '.'
       ELSE d.name || ': whether it has these tables was not observed: '
            || l.what || '.'
       END AS sentence,
       l.coverage
FROM   lacking l
JOIN   device d ON d.id = l.device
ORDER  BY d.key
