/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-use-case-facts.h"

#include "wb-block.h"
#include "wb-markdown.h"

/* The paragraphs of a section, a line each. */
static void
add_to_section (GHashTable *facts,
                const char *heading,
                WbBlock    *block)
{
  g_autofree char *text = wb_block_to_text (block);
  const char *before = g_hash_table_lookup (facts, heading);

  g_strstrip (text);
  if (*text != '\0')
    g_hash_table_replace (facts, g_strdup (heading), before != NULL ? g_strdup_printf ("%s\n%s", before, text) : g_strdup (text));
}

static void
read_sections (WbItem     *use_case,
               GHashTable *facts)
{
  g_autoptr (WbBlock) root = wb_markdown_parse (wb_item_get_body (use_case), FALSE);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < root->children->len; i++)
    {
      WbBlock *block = g_ptr_array_index (root->children, i);

      if (block->type == WB_BLOCK_HEADING)
        {
          g_free (heading);
          heading = g_strstrip (wb_block_to_text (block));
        }
      else if (heading != NULL && block->type == WB_BLOCK_PARAGRAPH)
        {
          add_to_section (facts, heading, block);
        }
    }
}

GHashTable *
wb_use_case_facts_read (WbItem *use_case)
{
  g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *list;

  g_return_val_if_fail (WB_IS_ITEM (use_case), NULL);

  read_sections (use_case, facts);
  list = wb_item_get_facts (use_case);
  for (guint i = 0; i < list->len; i++)
    {
      const WbFact *fact = g_ptr_array_index (list, i);

      g_hash_table_replace (facts, g_strdup (fact->label), g_strdup (fact->value));
    }
  g_hash_table_replace (facts, g_strdup (""), g_strdup (wb_item_get_title (use_case)));
  g_hash_table_replace (facts, g_strdup ("summary"), g_strdup (wb_item_get_summary (use_case)));

  return g_steal_pointer (&facts);
}
