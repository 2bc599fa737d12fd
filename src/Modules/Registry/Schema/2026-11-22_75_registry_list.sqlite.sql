-- The list of all types, grid by grid.
CREATE INDEX ix_registry_record_all ON registry_record (division_code, id) WHERE ended_on IS NULL;
