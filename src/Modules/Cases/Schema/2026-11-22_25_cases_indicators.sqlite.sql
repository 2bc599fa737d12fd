-- How fast a case was answered and settled, and whether it was returned, for the indicators.
ALTER TABLE cases_case ADD COLUMN answered_in INTEGER NULL;
ALTER TABLE cases_case ADD COLUMN settled_in INTEGER NULL;
ALTER TABLE cases_case ADD COLUMN ever_returned INTEGER NOT NULL DEFAULT 0;
UPDATE cases_case SET
    answered_in = (COALESCE(accepted_at, closed_at) - received_at) / 600000000,
    settled_in = CASE WHEN status = 'Closed' THEN (closed_at - received_at) / 600000000 END
WHERE accepted_at IS NOT NULL OR closed_at IS NOT NULL;
