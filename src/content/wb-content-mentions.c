/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <string.h>

#define LINK_START "](wb:"

typedef struct
{
  const WbContentEntry *entry;
  GHashTable *entries; /* id → WbContentEntry */
  GHashTable *seen;    /* ids that are tied already */
} Mentions;

static void
add_mention (Mentions   *mentions,
             const char *id)
{
  if (g_str_equal (id, mentions->entry->id) || g_hash_table_lookup (mentions->entries, id) == NULL
      || !g_hash_table_add (mentions->seen, g_strdup (id)))
    return;

  wb_item_add_link (mentions->entry->item, WB_LINK_MENTIONS, id, NULL, WB_KIND_USE_CASE);
}

/* Links inside the Markdown that payloads hold here and there. */
static void
scan_text (Mentions   *mentions,
           const char *text)
{
  for (const char *p = strstr (text, LINK_START); p != NULL; p = strstr (p, LINK_START))
    {
      g_autofree char *id = NULL;

      p += strlen (LINK_START);
      id = g_strndup (p, strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-"));
      add_mention (mentions, id);
    }
}

/* Members that name other entries. */
static gboolean
names_entry (const char *member)
{
  static const char *const members[] = { "to", "entry", "guide", "also", "checklist", "barrier", "lessons", NULL };

  return member != NULL && g_strv_contains (members, member);
}

/* @member: (nullable) what @node, or the array it stands in, is called. */
static void
scan_node (Mentions   *mentions,
           JsonNode   *node,
           const char *member)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *child;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &child))
        scan_node (mentions, child, name);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        scan_node (mentions, json_array_get_element (array, i), member);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      if (names_entry (member))
        add_mention (mentions, json_node_get_string (node));
      else
        scan_text (mentions, json_node_get_string (node));
    }
}

void
wb_content_add_mentions (WbContentEntry *entry,
                         GHashTable     *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Mentions mentions = { entry, entries, seen };
  GPtrArray *links = wb_item_get_links (entry->item);
  JsonNode *payload = json_object_get_member (json_node_get_object (entry->node), wb_kind_to_string (entry->kind));

  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (seen, g_strdup (((const WbLink *) g_ptr_array_index (links, i))->target));
  for (guint i = 0; entry->text != NULL && i < entry->text->links->len; i++)
    add_mention (&mentions, ((const WbTextLink *) g_ptr_array_index (entry->text->links, i))->target);
  if (payload != NULL)
    scan_node (&mentions, payload, NULL);
}
