CREATE TABLE cases_external_reference (
    channel TEXT NOT NULL,
    external_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    actor_id TEXT NULL,
    CONSTRAINT pk_cases_external_reference PRIMARY KEY (channel, external_id)
);
CREATE INDEX ix_cases_external_reference_case_id ON cases_external_reference (case_id);
