-- What stands somewhere by type and place, for the map: a strip of latitude is read and cut to length within the index.
CREATE INDEX ix_registry_record_map ON registry_record (type_code, latitude, longitude, division_code, id, ended_on) WHERE ended_on IS NULL AND latitude IS NOT NULL;
-- How many are looked after in each grid, and why, without looking at anybody.
CREATE INDEX ix_registry_need_map ON registry_need (division_code, kind, ended_on) WHERE ended_on IS NULL;
