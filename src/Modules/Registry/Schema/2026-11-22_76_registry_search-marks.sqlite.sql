-- Among the words of a record stand its divisions, its type and whether it is still there, so that a search can narrow itself.
UPDATE registry_words SET tokens = (SELECT registry_words.tokens || ' d0' || substr(r.division_code, 1, 2) || ' d0' || substr(r.division_code, 1, 4) || ' d0' || substr(r.division_code, 1, 6) || ' d0' || substr(r.division_code, 1, 9) || ' d0' || substr(r.division_code, 1, 12) || ' d0' || substr(r.division_code, 1, 15) || ' d0' || r.division_code
    || ' t0' || replace(replace(r.type_code, '-', ''), '_', '') || CASE WHEN r.ended_on IS NULL THEN ' s0now' ELSE ' s0ended' END
    FROM registry_record r WHERE r.id = registry_words.record_id)
WHERE record_id IN (SELECT id FROM registry_record);
