/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-table.h"

#include <string.h>

#include "wb-statement.h"

/* More decks times slides than anybody makes; a file with more was not made by this program. */
#define MAX_ROWS 20000

gboolean
wb_slide_table_create (WbConnection  *connection,
                       GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE slide ("
                            " deck TEXT NOT NULL,"
                            " \"key\" TEXT NOT NULL,"
                            " position INTEGER NOT NULL,"
                            " level INTEGER NOT NULL,"
                            " hidden INTEGER NOT NULL,"
                            " title TEXT,"
                            " body TEXT,"
                            " notes TEXT,"
                            " PRIMARY KEY (deck, \"key\")"
                            ")",
                            error);
}

static gboolean
clear (WbConnection  *connection,
       const char    *deck,
       GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM slide WHERE deck = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, deck);

  return wb_statement_run (statement, error);
}

static gboolean
insert (WbConnection   *connection,
        const char     *deck,
        guint           position,
        const WbSlide  *slide,
        GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO slide"
                                " (deck, \"key\", position, level, hidden, title, body, notes)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, deck);
  wb_statement_bind_text (statement, 2, slide->key);
  wb_statement_bind_int (statement, 3, position);
  wb_statement_bind_int (statement, 4, slide->level);
  wb_statement_bind_int (statement, 5, slide->hidden ? 1 : 0);
  wb_statement_bind_text (statement, 6, slide->title);
  wb_statement_bind_text (statement, 7, slide->body);
  wb_statement_bind_text (statement, 8, slide->notes);

  return wb_statement_run (statement, error);
}

gboolean
wb_slide_table_replace (WbConnection  *connection,
                        const char    *deck,
                        GPtrArray     *slides,
                        GError       **error)
{
  if (!clear (connection, deck, error))
    return FALSE;
  for (guint i = 0; i < slides->len; i++)
    if (!insert (connection, deck, i, g_ptr_array_index (slides, i), error))
      return FALSE;

  return TRUE;
}

/* Files of version 1 that can only be read. */
static gboolean
has_table (WbConnection  *connection,
           gboolean      *found,
           GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'slide'", error);
  if (statement == NULL)
    return FALSE;
  state = wb_statement_step (statement, error);
  *found = state == WB_STATEMENT_ROW;

  return state != WB_STATEMENT_ERROR;
}

/* Texts of a foreign file may be of any length. */
static char *
dup_bounded (WbStatement *statement,
             int          column,
             gsize        max)
{
  char *text = wb_statement_dup_text (statement, column);

  if (text != NULL && strlen (text) > max)
    *g_utf8_find_prev_char (text, text + max + 1) = '\0';

  return text;
}

static WbSlide *
read_slide (WbStatement *statement,
            const char  *key)
{
  WbSlide *slide = wb_slide_new (key);

  slide->level = (int) CLAMP (wb_statement_get_int (statement, 2), 0, 2);
  slide->hidden = wb_statement_get_int (statement, 3) != 0;
  slide->title = dup_bounded (statement, 4, WB_SLIDE_MAX_TITLE);
  slide->body = dup_bounded (statement, 5, WB_SLIDE_MAX_TEXT);
  slide->notes = dup_bounded (statement, 6, WB_SLIDE_MAX_TEXT);

  return slide;
}

static void
add_slide (GHashTable *decks,
           const char *deck,
           WbSlide    *slide)
{
  GPtrArray *slides = g_hash_table_lookup (decks, deck);

  if (slides == NULL)
    {
      slides = wb_slide_list_new ();
      g_hash_table_insert (decks, g_strdup (deck), slides);
    }
  g_ptr_array_add (slides, slide);
}

GHashTable *
wb_slide_table_load (WbConnection  *connection,
                     GError       **error)
{
  g_autoptr (GHashTable) decks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;
  gboolean found;
  guint n = 0;

  if (!has_table (connection, &found, error))
    return NULL;
  if (!found)
    return g_steal_pointer (&decks);

  statement = wb_statement_new (connection,
                                "SELECT deck, \"key\", level, hidden, title, body, notes FROM slide"
                                " ORDER BY deck, position, \"key\"",
                                error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *deck = wb_statement_dup_text (statement, 0);
      g_autofree char *key = wb_statement_dup_text (statement, 1);

      if (++n > MAX_ROWS || deck == NULL || key == NULL)
        {
          wb_connection_set_error (connection, SQLITE_CORRUPT, error);
          return NULL;
        }
      add_slide (decks, deck, read_slide (statement, key));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&decks) : NULL;
}
