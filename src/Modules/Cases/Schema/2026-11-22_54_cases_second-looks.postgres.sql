-- A second look is the case's own, however its reporter said that they are not satisfied: on the phone or on the follow-up page.
ALTER TABLE cases_case ADD COLUMN second_look_at timestamp with time zone NULL;
UPDATE cases_case SET second_look_at = (SELECT ended_at FROM cases_call_back WHERE case_id = cases_case.id AND round = cases_case.reopened AND look_again AND looked_at IS NULL)
WHERE status = 'Closed' AND id IN (SELECT case_id FROM cases_call_back WHERE look_again AND looked_at IS NULL);
CREATE INDEX ix_cases_case_second_look ON cases_case (second_look_at, division_code) WHERE second_look_at IS NOT NULL;

DROP INDEX ix_cases_call_back_look;
ALTER TABLE cases_call_back DROP COLUMN look_again;
ALTER TABLE cases_call_back DROP COLUMN looked_at;
ALTER TABLE cases_call_back DROP COLUMN looked_by;
