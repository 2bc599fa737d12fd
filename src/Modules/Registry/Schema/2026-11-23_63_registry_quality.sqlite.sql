CREATE TABLE registry_finding (
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    type_code TEXT NOT NULL,
    division_code TEXT NOT NULL,
    since TEXT NOT NULL,
    CONSTRAINT pk_registry_finding PRIMARY KEY (record_id, kind, field)
);
CREATE INDEX ix_registry_finding_list ON registry_finding (division_code, record_id, kind, type_code);
