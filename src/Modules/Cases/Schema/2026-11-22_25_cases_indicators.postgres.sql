-- How fast a case was answered and settled, and whether it was returned, for the indicators.
ALTER TABLE cases_case ADD COLUMN answered_in integer NULL;
ALTER TABLE cases_case ADD COLUMN settled_in integer NULL;
ALTER TABLE cases_case ADD COLUMN ever_returned boolean NOT NULL DEFAULT false;
UPDATE cases_case SET
    answered_in = floor(extract(epoch FROM COALESCE(accepted_at, closed_at) - received_at) / 60)::integer,
    settled_in = CASE WHEN status = 'Closed' THEN floor(extract(epoch FROM closed_at - received_at) / 60)::integer END
WHERE accepted_at IS NOT NULL OR closed_at IS NOT NULL;
