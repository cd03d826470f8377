/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-show-memory.h"

#define MEMORY "wb-shows"

/* (transfer full) */
static char *
make_name (WbDocument *document)
{
  const char *parts[] = { wb_document_get_entry (document), wb_document_get_project (document) };

  return g_strjoin ("\n", parts[0] != NULL ? parts[0] : "", parts[1] != NULL ? parts[1] : "",
                    wb_document_get_title (document), NULL);
}

gboolean
wb_show_memory_is_same (WbDocument *one,
                        WbDocument *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (WB_IS_DOCUMENT (one), FALSE);
  g_return_val_if_fail (WB_IS_DOCUMENT (other), FALSE);

  first = make_name (one);
  second = make_name (other);

  return g_str_equal (first, second);
}

/* (transfer none) */
static GHashTable *
get_memory (GtkApplication *application)
{
  GHashTable *memory = g_object_get_data (G_OBJECT (application), MEMORY);

  if (memory == NULL)
    {
      memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (application), MEMORY, memory, (GDestroyNotify) g_hash_table_unref);
    }

  return memory;
}

WbShow *
wb_show_memory_look (GtkApplication *application,
                     WbDocument     *document)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  if (application == NULL)
    return NULL;
  name = make_name (document);

  return g_hash_table_lookup (get_memory (application), name);
}

WbShow *
wb_show_memory_recall (GtkApplication *application,
                       WbDocument     *document,
                       guint           n_slides)
{
  WbShow *show = wb_show_memory_look (application, document);

  if (show == NULL)
    return wb_show_new (n_slides);
  if (wb_show_get_n_slides (show) != n_slides)
    wb_show_set_n_slides (show, n_slides);

  return g_object_ref (show);
}

void
wb_show_memory_keep (GtkApplication *application,
                     WbDocument     *document,
                     WbShow         *show)
{
  g_autofree char *name = NULL;

  g_return_if_fail (application == NULL || GTK_IS_APPLICATION (application));
  g_return_if_fail (WB_IS_DOCUMENT (document));
  g_return_if_fail (WB_IS_SHOW (show));

  if (application == NULL)
    return;
  name = make_name (document);
  if (wb_show_is_at_end (show))
    g_hash_table_remove (get_memory (application), name);
  else
    g_hash_table_replace (get_memory (application), g_steal_pointer (&name), g_object_ref (show));
}
