-- matches: each LLDP and CDP row, and whether it leads to somebody.
SELECT   device_name AS device,
         port,
         protocol,
         said_name,
         said_id,
         said_port,
         verdict,
         matched_by,
         far_name AS far_device
FROM     page_match
ORDER BY natural_key(device_name), device_key, natural_key(port),
         local_port_number, protocol, said_id, said_port, id;
