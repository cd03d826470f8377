/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-merge.h"

#include "wb-answer-table.h"
#include "wb-meta-table.h"
#include "wb-project-schema.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"

/* What makes a file this file, and is not for others to change. */
static const char *const own_facts[] = {
  WB_PROJECT_ID,         WB_PROJECT_GUIDE_ID,     WB_PROJECT_GUIDE_TITLE, WB_PROJECT_GUIDE_JSON,
  WB_PROJECT_USE_CASE,   WB_PROJECT_CURRENT_STEP, WB_PROJECT_LAST_SAVED,  NULL,
};

static gboolean
load_facts (WbConnection    *connection,
            WbProjectState  *state,
            GError         **error)
{
  g_autoptr (GHashTable) facts = wb_meta_table_load (connection, error);
  GHashTableIter iter;
  gpointer key, value;

  if (facts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_strv_contains (own_facts, key) && !g_str_has_prefix (key, "town-"))
      wb_project_state_set (state, WB_EDIT_FACT, key, "", "", value);

  return TRUE;
}

static gboolean
load_decks (WbConnection    *connection,
            WbProjectState  *state,
            GError         **error)
{
  g_autoptr (GHashTable) decks = wb_slide_table_load (connection, error);
  GHashTableIter iter;
  gpointer deck, slides;

  if (decks == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, decks);
  while (g_hash_table_iter_next (&iter, &deck, &slides))
    wb_project_state_add_deck (state, deck, slides);

  return TRUE;
}

WbProjectState *
wb_project_merge_load (WbConnection  *connection,
                       WbAnswers    **answers,
                       GError       **error)
{
  g_autoptr (WbProjectState) state = wb_project_state_new ();
  g_autoptr (WbAnswers) read = wb_answers_new ();

  g_return_val_if_fail (connection != NULL, NULL);

  if (!wb_row_table_load (connection, read, error) || !wb_answer_table_load (connection, read, error)
      || !load_decks (connection, state, error) || !load_facts (connection, state, error))
    return NULL;
  wb_project_state_add_answers (state, read);
  if (answers != NULL)
    *answers = g_steal_pointer (&read);

  return g_steal_pointer (&state);
}

static gboolean
store_edit (WbConnection  *connection,
            const WbEdit  *edit,
            GError       **error)
{
  switch (edit->target)
    {
    case WB_EDIT_CELL:
      return wb_answer_table_set (connection, edit->field, edit->row, edit->column, edit->after, error);
    case WB_EDIT_FACT:
      return wb_meta_table_set (connection, edit->field, edit->after, error);
    case WB_EDIT_ROW:
      /* New ones are added in their order afterwards. */
      return *edit->after != '\0' || wb_row_table_remove (connection, edit->field, edit->row, error);
    case WB_EDIT_SLIDE:
    default:
      return TRUE;
    }
}

/* Adds the rows of @field that are new, and puts all in their order. */
static gboolean
store_rows (WbConnection    *connection,
            WbProjectState  *state,
            const char      *field,
            GError         **error)
{
  GPtrArray *ids = wb_project_state_get_order (state, WB_EDIT_ROW, field);

  for (guint i = 0; i < ids->len; i++)
    if (!wb_row_table_add (connection, field, g_ptr_array_index (ids, i), error))
      return FALSE;

  return wb_row_table_sort (connection, field, ids, error);
}

/* The order of the slides and what is in them is one list. */
static gboolean
store_deck (WbConnection    *connection,
            WbProjectState  *state,
            const char      *deck,
            GError         **error)
{
  g_autoptr (GPtrArray) slides = wb_project_state_make_deck (state, deck);

  return wb_slide_table_replace (connection, deck, slides, error);
}

gboolean
wb_project_merge_store (WbConnection    *connection,
                        WbProjectState  *state,
                        GError         **error)
{
  g_autoptr (WbProjectState) before = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (connection != NULL && state != NULL, FALSE);

  before = wb_project_merge_load (connection, NULL, error);
  if (before == NULL)
    return FALSE;
  edits = wb_project_state_compare (before, state);
  for (guint i = 0; i < edits->len; i++)
    if (!store_edit (connection, g_ptr_array_index (edits, i), error))
      return FALSE;
  places = wb_project_state_list_orders (before, state);
  for (guint i = 0; i < places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (places, i);

      if (place->target == WB_EDIT_SLIDE ? !store_deck (connection, state, place->field, error)
                                         : !store_rows (connection, state, place->field, error))
        return FALSE;
    }

  return TRUE;
}
