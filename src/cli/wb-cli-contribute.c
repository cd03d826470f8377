/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-cli-project.h"
#include "wb-contribution.h"

/* What the call says about the pieces. */
typedef struct
{
  char **left_out; /* numbers */
  char **kept;     /* numbers */
  char **texts;    /* NUMBER=TEXT */
} Wishes;

static void
wishes_clear (Wishes *wishes)
{
  g_strfreev (wishes->left_out);
  g_strfreev (wishes->kept);
  g_strfreev (wishes->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static void
print_marks (guint       number,
             const char *what,
             GPtrArray  *marks,
             gboolean    instead)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const WbPrivacyMark *mark = g_ptr_array_index (marks, i);

      wb_cli_print ("%u\t%s\t%s\t", number, what, wb_privacy_kind_to_words (mark->kind));
      wb_cli_print_escaped (mark->text);
      if (instead)
        {
          wb_cli_print ("\t");
          wb_cli_print_escaped (mark->instead);
        }
      wb_cli_print ("\n");
    }
}

/* All that goes out, piece by piece: what was replaced in it, and what is personal still. */
static void
print_review (WbContribution *contribution)
{
  for (guint i = 0; i < wb_contribution_get_n_items (contribution); i++)
    {
      const WbContributionItem *item = wb_contribution_get_item (contribution, i);
      g_autoptr (GPtrArray) found = wb_contribution_find_original (contribution, i);
      g_autoptr (GPtrArray) left = wb_contribution_find (contribution, i);

      wb_cli_print ("%u\t%s\t%s\t", i + 1, item->out ? "out" : "stays", item->label);
      wb_cli_print_escaped (item->text);
      wb_cli_print ("\n");
      if (item->type == WB_CONTRIBUTION_FACET || !item->out)
        continue;
      print_marks (i + 1, "replaced", found, TRUE);
      print_marks (i + 1, item->kept ? "kept" : "personal", left, FALSE);
    }
}

/* The item that @number, as it is printed, stands for; -1 with the reason on stderr. */
static int
find_item (WbCli          *cli,
           WbContribution *contribution,
           const char     *number)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (number, 10, 1, wb_contribution_get_n_items (contribution), &value, NULL))
    return (int) value - 1;
  wb_cli_wrong_call (cli, _("There is no piece “%s”; they have the numbers 1 to %u."), number, wb_contribution_get_n_items (contribution));

  return -1;
}

static gboolean
set_text (WbCli          *cli,
          WbContribution *contribution,
          const char     *wish)
{
  const char *equals = strchr (wish, '=');
  g_autofree char *number = equals != NULL ? g_strndup (wish, equals - wish) : NULL;
  int i;

  if (equals == NULL || !g_utf8_validate (wish, -1, NULL))
    {
      wb_cli_wrong_call (cli, _("A text is given as NUMBER=TEXT."));
      return FALSE;
    }
  i = find_item (cli, contribution, number);
  if (i < 0)
    return FALSE;
  wb_contribution_set_text (contribution, i, equals + 1);

  return TRUE;
}

static gboolean
apply_wishes (WbCli          *cli,
              WbContribution *contribution,
              const Wishes   *wishes)
{
  for (guint i = 0; wishes->left_out != NULL && wishes->left_out[i] != NULL; i++)
    {
      int item = find_item (cli, contribution, wishes->left_out[i]);

      if (item < 0)
        return FALSE;
      if (wb_contribution_is_required (contribution, item))
        {
          wb_cli_wrong_call (cli, _("An entry needs the piece %s; it can be rewritten, but not left out."), wishes->left_out[i]);
          return FALSE;
        }
      wb_contribution_get_item (contribution, item)->out = FALSE;
    }
  /* Before what is kept: that is said of the new words. */
  for (guint i = 0; wishes->texts != NULL && wishes->texts[i] != NULL; i++)
    if (!set_text (cli, contribution, wishes->texts[i]))
      return FALSE;
  for (guint i = 0; wishes->kept != NULL && wishes->kept[i] != NULL; i++)
    {
      int item = find_item (cli, contribution, wishes->kept[i]);

      if (item < 0)
        return FALSE;
      wb_contribution_get_item (contribution, item)->kept = TRUE;
    }

  return TRUE;
}

static int
write_pack (WbContribution *contribution,
            const char     *key_path,
            const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPackKey) key = key_path != NULL ? wb_pack_key_load (key_path, &error) : NULL;
  g_autoptr (WbPack) pack = NULL;

  if (error == NULL)
    pack = wb_contribution_build (contribution, &error);
  if (pack == NULL)
    return wb_cli_fail ("%s", error->message);
  if (key != NULL)
    wb_pack_sign (pack, key);
  if (!wb_pack_write (pack, path, &error))
    return wb_cli_fail ("%s", error->message);
  if (key == NULL)
    wb_cli_note (_("The pack is not signed; whoever imports it is told so."));

  return WB_CLI_OK;
}

int
wb_cli_project_contribute (WbCli  *cli,
                           int     argc,
                           char  **argv)
{
  g_auto (Wishes) wishes = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *key = NULL;
  gboolean reviewed = FALSE;
  const GOptionEntry options[] = {
    { "reviewed", 0, 0, G_OPTION_ARG_NONE, &reviewed, N_("All that goes out was looked at"), NULL },
    { "leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.left_out, N_("A piece that stays here"), N_("NUMBER") },
    { "text", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.texts, N_("What goes out in the place of a piece"), N_("NUMBER=TEXT") },
    { "keep", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.kept, N_("A piece in which nobody is named, whatever is marked"), N_("NUMBER") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &key, N_("Sign with this key"), N_("FILE") },
    WB_CLI_OUTPUT_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbContribution) contribution = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  library = wb_cli_open_library (cli);
  project = library != NULL ? wb_cli_project_look (cli->operands[0], &guide) : NULL;
  if (project == NULL)
    return WB_CLI_FAILED;
  if (!wb_cli_project_spares (cli->operands[0], path))
    return WB_CLI_FAILED;
  contribution = wb_contribution_new (library, project, guide, &error);
  if (contribution == NULL)
    return wb_cli_fail ("%s", error->message);
  if (!apply_wishes (cli, contribution, &wishes))
    return WB_CLI_WRONG_CALL;
  if (reviewed)
    return write_pack (contribution, key, path);

  print_review (contribution);
  if (wb_cli_finish () != WB_CLI_OK)
    return WB_CLI_FAILED;

  return wb_cli_fail (_("Nothing was written: please look at each line above, and then call again with --reviewed."));
}
