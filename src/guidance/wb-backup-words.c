/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-words.h"

#include <glib/gi18n-lib.h>

char *
wb_backup_to_words (const WbBackup *backup)
{
  g_autofree char *since = NULL;
  g_autofree char *only = NULL;

  g_return_val_if_fail (backup != NULL, NULL);

  if (!backup->compared)
    return g_strdup (_("What differs is not known"));
  if (backup->n_since == 0 && backup->n_only == 0)
    return g_strdup (_("The same as now"));

  since = g_strdup_printf (ngettext ("%u change since then", "%u changes since then", backup->n_since), backup->n_since);
  if (backup->n_only == 0)
    return g_steal_pointer (&since);
  only = g_strdup_printf (ngettext ("%u change only here", "%u changes only here", backup->n_only), backup->n_only);
  if (backup->n_since == 0)
    return g_steal_pointer (&only);

  return g_strdup_printf ("%s, %s", since, only);
}
