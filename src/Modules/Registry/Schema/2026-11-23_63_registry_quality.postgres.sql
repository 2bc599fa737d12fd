CREATE TABLE registry_finding (
    record_id uuid NOT NULL,
    kind text NOT NULL,
    field text NOT NULL,
    type_code text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    since date NOT NULL,
    CONSTRAINT pk_registry_finding PRIMARY KEY (record_id, kind, field)
);
CREATE INDEX ix_registry_finding_list ON registry_finding (division_code, record_id, kind, type_code);
