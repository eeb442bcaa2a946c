-- devices: what there is and which families it speaks.
SELECT   name,
         source,
         role,
         site,
         class,
         class_note,
         address,
         vendor,
         model,
         sys_object_id,
         chassis_id,
         engine_id
FROM     device
ORDER BY natural_key(name), key, id;
