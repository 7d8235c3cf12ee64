#!/bin/sh
# Writes a migration from the difference between the committed schema and the edited one: sh scripts/new-migration.sh NAME
set -eu
folder="prisma/migrations/$(date +%Y%m%d%H%M%S)_$1"
committed=$(mktemp --suffix=.prisma)
trap 'rm -f "$committed"' EXIT
git show HEAD:prisma/schema.prisma >"$committed"
mkdir -p "$folder" .data
npx prisma migrate diff --from-schema-datamodel "$committed" --to-schema-datamodel prisma/schema.prisma --script >"$folder/migration.sql"
