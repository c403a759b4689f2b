CREATE TABLE "members" (
  "id" UUID PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "staff" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE TABLE "items" (
  "id" UUID PRIMARY KEY,
  "label" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "retired" BOOLEAN NOT NULL DEFAULT false
);
CREATE TABLE "loans" (
  "id" UUID PRIMARY KEY,
  "item_id" UUID NOT NULL REFERENCES "items" ("id"),
  "member_id" UUID NOT NULL REFERENCES "members" ("id"),
  "due_at" TIMESTAMPTZ NOT NULL,
  "returned_at" TIMESTAMPTZ
);
CREATE INDEX "loans_item_id_idx" ON "loans" ("item_id");
