/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-schema.h"

typedef struct
{
  const WbSchema *schema;
  guint from;
} Upgrade;

/* A pragma takes no bound parameters; both values are numbers of ours. */
static gboolean
write_marks (const WbSchema  *self,
             WbConnection    *connection,
             GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %u; PRAGMA user_version = %u",
                                          self->application_id, self->version);

  return wb_connection_run (connection, sql, error);
}

gboolean
wb_schema_apply (const WbSchema  *self,
                 WbConnection    *connection,
                 guint            from,
                 GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (connection != NULL, FALSE);

  for (guint i = from; i < self->version; i++)
    if (!self->steps[i](connection, NULL, error))
      return FALSE;

  return write_marks (self, connection, error);
}

static gboolean
apply (WbConnection  *connection,
       gpointer       user_data,
       GError       **error)
{
  const Upgrade *upgrade = user_data;

  return wb_schema_apply (upgrade->schema, connection, upgrade->from, error);
}

gboolean
wb_schema_upgrade (const WbSchema  *self,
                   WbConnection    *connection,
                   guint            from,
                   GError         **error)
{
  Upgrade upgrade = { self, from };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (connection != NULL, FALSE);

  if (from >= self->version)
    return TRUE;

  return wb_connection_transact (connection, apply, &upgrade, error);
}
