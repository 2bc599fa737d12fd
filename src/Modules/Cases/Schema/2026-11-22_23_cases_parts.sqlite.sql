-- What units dispute, ask leave for and share: suspension, extension, return, coordination, assisting parts.
ALTER TABLE cases_case ADD COLUMN asked TEXT NULL;
ALTER TABLE cases_case ADD COLUMN pauses TEXT NULL;
ALTER TABLE cases_case ADD COLUMN suspended_until INTEGER NULL;
ALTER TABLE cases_case ADD COLUMN extension TEXT NULL;
ALTER TABLE cases_case ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN ruled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN urged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN accountable_unit_id TEXT NULL;
UPDATE cases_case SET accountable_unit_id = unit_id WHERE dispatched_at IS NOT NULL;
CREATE INDEX ix_cases_case_suspended_until ON cases_case (suspended_until) WHERE suspended_until IS NOT NULL;
CREATE INDEX ix_cases_case_asked ON cases_case (due_order, division_code) WHERE asked IS NOT NULL;

ALTER TABLE cases_assignment ADD COLUMN proposed_unit_id TEXT NULL;
CREATE INDEX ix_cases_assignment_unit_id_case_id ON cases_assignment (unit_id, case_id) WHERE ended_at IS NULL;

CREATE TABLE cases_meeting (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    called_at INTEGER NOT NULL,
    called_by TEXT NOT NULL,
    meets_at INTEGER NULL,
    agenda TEXT NOT NULL,
    ruled_at INTEGER NULL,
    ruled_by TEXT NULL,
    minutes TEXT NULL,
    unit_id TEXT NULL,
    list_division TEXT NULL,
    list_changed_at INTEGER NULL,
    CONSTRAINT pk_cases_meeting PRIMARY KEY (id)
);
CREATE INDEX ix_cases_meeting_case_id ON cases_meeting (case_id);
CREATE INDEX ix_cases_meeting_list_division ON cases_meeting (list_division) WHERE list_division IS NOT NULL AND list_changed_at IS NULL;
