-- Open cases by where they are, for the map: a strip of latitude is read and cut to length within the index, which also holds all that a tile shows.
CREATE INDEX ix_cases_case_map ON cases_case (latitude, longitude, division_code, due_order, number, id, closed_at) WHERE closed_at IS NULL;
