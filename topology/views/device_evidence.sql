-- device_evidence.sql: on which rows of coverage a claim rests; for rules.
--
--   SELECT MIN(coverage) FROM device_evidence
--   WHERE  device = d.id AND shows = 'addresses' AND is_read

-- Tables by what they show. Of those that hold one family only, that family is
-- told: bgpPeerTable never shows a session of IPv6.
DROP VIEW IF EXISTS evidence_question;
CREATE VIEW evidence_question (question, shows) AS
VALUES ('CISCO-IETF-IP-MIB::cIpAddressTable', 'addresses'),
       ('IP-MIB::ipAddressTable', 'addresses'),
       ('IPV6-MIB::ipv6AddrTable', 'addresses'),
       ('RFC1213-MIB::ipAddrTable', 'addresses'),
       ('rtnetlink: addresses', 'addresses'),
       ('CISCO-IETF-IP-MIB::cIpAddressTable', 'IPv6 addresses'),
       ('IP-MIB::ipAddressTable', 'IPv6 addresses'),
       ('IPV6-MIB::ipv6AddrTable', 'IPv6 addresses'),
       ('rtnetlink: addresses', 'IPv6 addresses'),
       ('CISCO-IETF-IP-MIB::cInetNetToMediaTable', 'neighbours'),
       ('IP-MIB::ipNetToPhysicalTable', 'neighbours'),
       ('IPV6-MIB::ipv6NetToMediaTable', 'neighbours'),
       ('rtnetlink: neighbours', 'neighbours'),
       ('IP-FORWARD-MIB::inetCidrRouteTable (::/0)', 'IPv6 default routes'),
       ('rtnetlink: routes', 'IPv6 default routes'),
       ('IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)',
        'IPv4 default routes'),
       ('IP-FORWARD-MIB::ipCidrRouteTable (0.0.0.0/0)',
        'IPv4 default routes'),
       ('RFC1213-MIB::ipRouteTable (0.0.0.0)', 'IPv4 default routes'),
       ('rtnetlink: routes', 'IPv4 default routes'),
       ('ARISTA-BGP4V2-MIB::aristaBgp4V2PeerTable', 'IPv6 sessions'),
       ('BGP4-V2-MIB-JUNIPER::jnxBgpM2PeerTable', 'IPv6 sessions'),
       ('BGP4V2-MIB::bgp4V2PeerTable', 'IPv6 sessions'),
       ('CISCO-BGP4-MIB::cbgpPeer2Table', 'IPv6 sessions'),
       ('DELLEMC-OS10-BGP4V2-MIB::os10bgp4V2PeerTable', 'IPv6 sessions'),
       ('TIMETRA-BGP-MIB::tBgpPeerNgTable', 'IPv6 sessions'),
       ('BGP4-MIB::bgpPeerTable', 'IPv4 sessions'),
       ('CISCO-BGP4-MIB::cbgpPeer2AddrFamilyPrefixTable',
        'families of sessions'),
       ('OSPFV3-MIB::ospfv3NbrTable', 'OSPFv3'),
       ('OSPF-MIB::ospfNbrTable', 'OSPFv2'),
       ('ISIS-MIB::isisISAdjIPAddrTable', 'IS-IS'),
       ('CISCO-IETF-ISIS-MIB::ciiISAdjIPAddrTable', 'IS-IS'),
       ('VRRPV3-MIB::vrrpv3OperationsTable', 'IPv6 virtual routers'),
       ('IP-MIB::ipv6RouterAdvertTable', 'router advertisements'),
       ('IP-MIB::ip', 'forwarding'),
       ('IPV6-MIB::ipv6MIBObjects', 'forwarding'),
       ('IF-MIB::ifTable', 'interfaces'),
       ('LLDP-MIB::lldpRemManAddrTable', 'LLDP addresses'),
       ('LLDP-V2-MIB::lldpV2RemManAddrTable', 'LLDP addresses');

-- CROSS: from the few questions to the rows of one device. A table of both
-- families proves by a row that it is served, so that what it lacks is absent;
-- one of IPv6 alone may be empty.
DROP VIEW IF EXISTS device_evidence;
CREATE VIEW device_evidence AS
SELECT c.device,
       q.shows,
       c.id AS coverage,
       c.result,
       c.result = 'rows' AND c.refused = 0 AS has_rows,
       c.result IN ('rows', 'empty') AND c.refused = 0 AS is_read,
       c.refused = 0
       AND (c.result = 'rows'
            OR (c.result = 'empty'
                AND (c.question GLOB 'IPV6-MIB::*'
                     OR c.question GLOB 'rtnetlink:*'))) AS says_absence
FROM   evidence_question q
CROSS  JOIN coverage c ON c.question = q.question;
