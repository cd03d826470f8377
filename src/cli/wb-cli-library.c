/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-text.h"
#include "wb-document-shelf.h"

#define TEXT_WIDTH 80
#define MAX_LIMIT 10000

static void
print_entry (const char *id,
             WbKind      kind,
             const char *title)
{
  wb_cli_print ("%s\t%s\t", id, wb_kind_to_string (kind));
  wb_cli_print_escaped (title);
  wb_cli_print ("\n");
}

static gboolean
list_kind (WbLibrary  *library,
           WbKind      kind,
           GError    **error)
{
  g_autoptr (GListModel) items = wb_library_list (library, kind, error);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);

      print_entry (wb_item_get_id (item), kind, wb_item_get_title (item));
    }

  return TRUE;
}

int
wb_cli_list (WbCli  *cli,
             int     argc,
             char  **argv)
{
  g_autofree char *kind = NULL;
  const GOptionEntry options[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_("Only entries of this kind"), N_("KIND") },
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0) || !wb_cli_check_kind (cli, kind))
    return WB_CLI_WRONG_CALL;

  library = wb_cli_open_library (cli);
  if (library == NULL)
    return WB_CLI_FAILED;

  for (guint i = 0; i < WB_N_KINDS; i++)
    if ((kind == NULL || g_str_equal (kind, wb_kind_to_string (i))) && !list_kind (library, i, &error))
      return wb_cli_fail ("%s", error->message);

  return wb_cli_finish ();
}

static int
print_hits (WbResult *result)
{
  GListModel *hits = wb_result_get_hits (result);
  char **suggestions = wb_result_get_suggestions (result);
  char **corrections = wb_result_get_corrections (result);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      print_entry (wb_hit_get_id (hit), wb_hit_get_kind (hit), wb_hit_get_title (hit));
    }

  /* Lines of output are hits; what is said to people goes the other way. */
  if (corrections[0] != NULL)
    {
      g_autofree char *words = g_strjoinv (", ", corrections);
      g_autofree char *text = g_strdup_printf (_("Searched for instead: %s"), words);

      wb_cli_note (text);
    }
  if (g_list_model_get_n_items (hits) == 0 && suggestions != NULL && suggestions[0] != NULL)
    {
      g_autofree char *words = g_strjoinv (", ", suggestions);
      g_autofree char *text = g_strdup_printf (_("Nothing found. Near to it: %s"), words);

      wb_cli_note (text);
    }
  else if (g_list_model_get_n_items (hits) == 0)
    {
      wb_cli_note (_("Nothing found."));
    }

  return wb_cli_finish ();
}

int
wb_cli_search (WbCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *kind = NULL;
  int limit = 0;
  const GOptionEntry options[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_("Only entries of this kind"), N_("KIND") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("At most so many hits; 0, as without it: all"), "N" },
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbQuery) query = NULL;
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, G_MAXUINT) || !wb_cli_check_kind (cli, kind))
    return WB_CLI_WRONG_CALL;
  if (limit < 0 || limit > MAX_LIMIT)
    return wb_cli_wrong_call (cli, _("The limit is a number from 0 to %d."), MAX_LIMIT);

  library = wb_cli_open_library (cli);
  if (library == NULL)
    return WB_CLI_FAILED;

  text = g_strjoinv (" ", cli->operands);
  query = wb_query_new (text);
  wb_query_set_limit (query, (guint) limit);
  if (kind != NULL)
    wb_query_add_value (query, "kind", kind);
  result = wb_library_search (library, query, NULL, &error);
  if (result == NULL)
    return wb_cli_fail ("%s", error->message);

  return print_hits (result);
}

int
wb_cli_show (WbCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  WbKind kind = WB_KIND_USE_CASE;

  if (!wb_cli_parse (cli, argc, argv, NULL, 1, 1))
    return WB_CLI_WRONG_CALL;

  library = wb_cli_open_library (cli);
  if (library == NULL)
    return WB_CLI_FAILED;
  document = wb_document_shelf_build_item (library, cli->operands[0], "handout", NULL, &error);
  if (document == NULL)
    return wb_cli_fail ("%s", error->message);

  wb_library_lookup (library, cli->operands[0], &title, &kind);
  head = wb_cli_text_title (wb_document_get_title (document), wb_kind_get_label (kind), TEXT_WIDTH);
  text = wb_cli_text_render (wb_document_get_root (document), TEXT_WIDTH);
  wb_cli_print ("%s\n%s", head, text);
  if (wb_document_get_foot (document) != NULL)
    {
      g_autofree char *foot = wb_cli_text_wrap (wb_document_get_foot (document), TEXT_WIDTH);

      wb_cli_print ("\n%s\n", foot);
    }

  return wb_cli_finish ();
}
