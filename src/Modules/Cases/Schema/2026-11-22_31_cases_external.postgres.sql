CREATE TABLE cases_external_reference (
    channel text NOT NULL,
    external_id text NOT NULL,
    case_id uuid NOT NULL,
    actor_id uuid NULL,
    CONSTRAINT pk_cases_external_reference PRIMARY KEY (channel, external_id)
);
CREATE INDEX ix_cases_external_reference_case_id ON cases_external_reference (case_id);
