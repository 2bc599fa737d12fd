-- What units dispute, ask leave for and share: suspension, extension, return, coordination, assisting parts.
ALTER TABLE cases_case ADD COLUMN asked text NULL;
ALTER TABLE cases_case ADD COLUMN pauses text NULL;
ALTER TABLE cases_case ADD COLUMN suspended_until timestamp with time zone NULL;
ALTER TABLE cases_case ADD COLUMN extension text NULL;
ALTER TABLE cases_case ADD COLUMN extensions integer NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN returns integer NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN ruled boolean NOT NULL DEFAULT false;
ALTER TABLE cases_case ADD COLUMN urged integer NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN accountable_unit_id uuid NULL;
UPDATE cases_case SET accountable_unit_id = unit_id WHERE dispatched_at IS NOT NULL;
CREATE INDEX ix_cases_case_suspended_until ON cases_case (suspended_until) WHERE suspended_until IS NOT NULL;
CREATE INDEX ix_cases_case_asked ON cases_case (due_order, division_code) WHERE asked IS NOT NULL;

ALTER TABLE cases_assignment ADD COLUMN proposed_unit_id uuid NULL;
CREATE INDEX ix_cases_assignment_unit_id_case_id ON cases_assignment (unit_id, case_id) WHERE ended_at IS NULL;

CREATE TABLE cases_meeting (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    called_at timestamp with time zone NOT NULL,
    called_by text NOT NULL,
    meets_at timestamp with time zone NULL,
    agenda text NOT NULL,
    ruled_at timestamp with time zone NULL,
    ruled_by text NULL,
    minutes text NULL,
    unit_id uuid NULL,
    list_division text NULL,
    list_changed_at timestamp with time zone NULL,
    CONSTRAINT pk_cases_meeting PRIMARY KEY (id)
);
CREATE INDEX ix_cases_meeting_case_id ON cases_meeting (case_id);
CREATE INDEX ix_cases_meeting_list_division ON cases_meeting (list_division) WHERE list_division IS NOT NULL AND list_changed_at IS NULL;
