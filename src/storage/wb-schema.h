/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * WbSchema:
 *
 * A file format of ours and how it came to be. @steps[0] makes an empty file version 1, @steps[n]
 * brings version n to version n + 1; so there are as many steps as versions. A change of format
 * comes in threes: the number, the step, and a file of the old version as a fixture.
 */
typedef struct
{
  guint application_id;
  guint version;
  const WbTransaction *steps;
} WbSchema;

/* Brings the file from version @from (0: empty) to the newest, all in one transaction, and writes
 * the marks by which it is known. Nothing happens when it is there already. */
gboolean wb_schema_upgrade (const WbSchema  *self,
                            WbConnection    *connection,
                            guint            from,
                            GError         **error);
/* The same inside a transaction that is already open. */
gboolean wb_schema_apply   (const WbSchema  *self,
                            WbConnection    *connection,
                            guint            from,
                            GError         **error);

G_END_DECLS
