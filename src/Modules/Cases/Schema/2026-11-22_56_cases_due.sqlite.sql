-- What waits for somebody is counted within one index; that it is open is said by the index, and must stand in it for SQLite to know.
DROP INDEX ix_cases_case_due_order_division_code_status_category_code;
CREATE INDEX ix_cases_case_due ON cases_case (due_order, division_code, status, category_code, desk, dispatched_at, handler_id, asked, closed_at) WHERE closed_at IS NULL;
