-- Cases that have ended, for the map of a past day: those that were received before its end and ended after.
CREATE INDEX ix_cases_case_past ON cases_case (closed_at, received_at, latitude, longitude, division_code) WHERE closed_at IS NOT NULL;
