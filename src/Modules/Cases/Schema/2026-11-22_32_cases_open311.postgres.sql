-- Other systems ask what changed since they last looked, and send their own updates, each once.
CREATE INDEX ix_cases_history_at ON cases_history (at);

CREATE TABLE cases_open311_update (
    key_id uuid NOT NULL,
    update_id text NOT NULL,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT pk_cases_open311_update PRIMARY KEY (key_id, update_id)
);
