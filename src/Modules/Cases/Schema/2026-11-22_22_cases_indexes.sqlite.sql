-- Lists in order of receipt walk one index that answers every condition but words; counting per state stays within another.
DROP INDEX ix_cases_case_received_at;
DROP INDEX ix_cases_case_status_division_code_unit_id_category_code;
CREATE INDEX ix_cases_case_list ON cases_case (received_at, id, division_code, category_code, status, channel, level, unit_id);
CREATE INDEX ix_cases_case_count ON cases_case (status, division_code, category_code, channel, level, unit_id);
