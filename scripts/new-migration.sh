#!/bin/sh
# Writes a migration from the difference between the migrations so far and the schema: sh scripts/new-migration.sh NAME
set -eu
folder="prisma/migrations/$(date +%Y%m%d%H%M%S)_$1"
mkdir -p "$folder" .data
DATABASE_PATH=.data/migration-author.db npx prisma migrate diff --from-migrations prisma/migrations --to-schema-datamodel prisma/schema.prisma --script >"$folder/migration.sql"
