/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-glossary.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _WbGlossary
{
  GObject parent_instance;

  /* Owned */
  WbTermFinder *finder;
  GHashTable *terms; /* id → WbItem */
};

G_DEFINE_FINAL_TYPE (WbGlossary, wb_glossary, G_TYPE_OBJECT)

static void
wb_glossary_finalize (GObject *object)
{
  WbGlossary *self = WB_GLOSSARY (object);

  wb_term_finder_free (self->finder);
  g_hash_table_unref (self->terms);

  G_OBJECT_CLASS (wb_glossary_parent_class)->finalize (object);
}

static void
wb_glossary_class_init (WbGlossaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_glossary_finalize;
}

static void
wb_glossary_init (WbGlossary *self)
{
  self->finder = wb_term_finder_new ();
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* "Onlinezugangsgesetz (OZG)" stands in texts without what is in brackets. */
static void
add_title (WbGlossary *self,
           const char *id,
           const char *title)
{
  const char *bracket = strstr (title, " (");
  g_autofree char *name = bracket != NULL ? g_strndup (title, bracket - title) : g_strdup (title);

  wb_term_finder_add (self->finder, id, name);
}

static void
add_aliases (WbGlossary *self,
             const char *id,
             const char *payload)
{
  g_autoptr (JsonNode) node = payload != NULL ? json_from_string (payload, NULL) : NULL;
  JsonNode *list = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    list = json_object_get_member (json_node_get_object (node), "aliases");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *alias = json_array_get_element (json_node_get_array (list), i);

      if (JSON_NODE_HOLDS_VALUE (alias) && json_node_get_value_type (alias) == G_TYPE_STRING)
        wb_term_finder_add (self->finder, id, json_node_get_string (alias));
    }
}

WbGlossary *
wb_glossary_new (WbLibrary *library)
{
  WbGlossary *self = g_object_new (WB_TYPE_GLOSSARY, NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), self);

  items = wb_library_list_payloads (library, WB_KIND_TERM, &error);
  if (items == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->terms, g_strdup (wb_item_get_id (item)), g_object_ref (item));
      add_title (self, wb_item_get_id (item), wb_item_get_title (item));
    }
  /* The titles first: what one term is called another may list beside its own name. */
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);

      add_aliases (self, wb_item_get_id (item), wb_item_get_payload (item));
    }

  return self;
}

guint
wb_glossary_get_n_terms (WbGlossary *self)
{
  g_return_val_if_fail (WB_IS_GLOSSARY (self), 0);

  return g_hash_table_size (self->terms);
}

const char *
wb_glossary_get_title (WbGlossary *self,
                       const char *id)
{
  WbItem *item;

  g_return_val_if_fail (WB_IS_GLOSSARY (self), NULL);

  item = g_hash_table_lookup (self->terms, id);

  return item != NULL ? wb_item_get_title (item) : NULL;
}

const char *
wb_glossary_get_definition (WbGlossary *self,
                            const char *id)
{
  WbItem *item;

  g_return_val_if_fail (WB_IS_GLOSSARY (self), NULL);

  item = g_hash_table_lookup (self->terms, id);

  return item != NULL ? wb_item_get_summary (item) : NULL;
}

GArray *
wb_glossary_find (WbGlossary *self,
                  const char *text,
                  GHashTable *seen)
{
  g_return_val_if_fail (WB_IS_GLOSSARY (self), NULL);

  return wb_term_finder_find (self->finder, text, seen);
}
