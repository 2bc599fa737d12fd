ALTER TABLE registry_need ADD COLUMN signal text NULL;
ALTER TABLE registry_need ADD COLUMN signal_at timestamp with time zone NULL;
CREATE TABLE registry_signal (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    visits integer NOT NULL,
    CONSTRAINT pk_registry_signal PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_registry_signal_once ON registry_signal (device_id, kind, at);
