/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-cli-user.h"
#include "wb-contrast.h"
#include "wb-picture.h"

/* The user's letterhead. */

/* What was asked for; NULL: stays as it is. */
typedef struct
{
  char *name;
  char *address;
  char *contact;
  char *foot;
  char *look;
  char *accent;
  char *side;
  char *picture; /* path; "" takes the picture away */
  gboolean remove;
} Wishes;

static void
wishes_clear (Wishes *wishes)
{
  g_free (wishes->name);
  g_free (wishes->address);
  g_free (wishes->contact);
  g_free (wishes->foot);
  g_free (wishes->look);
  g_free (wishes->accent);
  g_free (wishes->side);
  g_free (wishes->picture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static gboolean
has_wishes (const Wishes *wishes)
{
  return wishes->name != NULL || wishes->address != NULL || wishes->contact != NULL || wishes->foot != NULL || wishes->look != NULL
         || wishes->accent != NULL || wishes->side != NULL || wishes->picture != NULL || wishes->remove;
}

static void
print_line (const char *key,
            const char *value)
{
  wb_cli_print ("%s\t", key);
  wb_cli_print_escaped (value);
  wb_cli_print ("\n");
}

static int
print_letterhead (const WbLetterhead *letterhead)
{
  g_autofree char *accent = wb_contrast_format (letterhead->accent);
  g_autofree char *used = wb_contrast_format (wb_letterhead_get_accent (letterhead));
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, letterhead->picture != NULL ? g_bytes_get_size (letterhead->picture) : 0);

  if (wb_letterhead_is_empty (letterhead))
    return wb_cli_finish ();

  print_line ("name", letterhead->name);
  print_line ("address", letterhead->address);
  print_line ("contact", letterhead->contact);
  print_line ("foot", letterhead->foot);
  print_line ("look", letterhead->look);
  print_line ("accent", accent);
  print_line ("accent-used", used);
  print_line ("side", letterhead->side == WB_LETTERHEAD_RIGHT ? "right" : "left");
  print_line ("picture", size);

  return wb_cli_finish ();
}

static void
set_text (char       **field,
          const char  *wish,
          gboolean     lines)
{
  g_autofree char *text = wish != NULL && lines ? g_strcompress (wish) : g_strdup (wish);

  if (wish != NULL)
    wb_letterhead_set_text (field, text, lines);
}

static gboolean
set_look (WbCli        *cli,
          WbLetterhead *letterhead,
          const char   *id)
{
  g_autoptr (WbLibrary) library = wb_cli_open_library (cli);
  g_autoptr (GPtrArray) looks = library != NULL ? wb_library_list_looks (library) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (looks == NULL)
    return FALSE;
  for (guint i = 0; i < looks->len; i++)
    {
      const WbLook *look = g_ptr_array_index (looks, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", look->id);
      if (strcmp (look->id, id) == 0)
        {
          wb_letterhead_set_text (&letterhead->look, id, FALSE);
          return TRUE;
        }
    }
  wb_cli_fail (_("There is no look “%s”. There are: %s."), id, names->str);

  return FALSE;
}

static gboolean
set_picture (WbLetterhead *letterhead,
             const char   *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WbPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&letterhead->picture, g_bytes_unref);
  if (*path == '\0')
    return TRUE;
  bytes = wb_picture_read (path, &error);
  picture = bytes != NULL ? wb_picture_load (bytes, &error) : NULL;
  if (picture == NULL)
    {
      wb_cli_fail ("%s", error->message);
      return FALSE;
    }
  letterhead->picture = g_steal_pointer (&bytes);

  return TRUE;
}

/* A colour that could not be read is kept, but never used: a darker tone takes its place. */
static void
note_contrast (const WbLetterhead *letterhead)
{
  const double ratio = wb_contrast_ratio (letterhead->accent, WB_CONTRAST_WHITE);
  g_autofree char *words = wb_contrast_describe (ratio);
  g_autofree char *used = wb_contrast_format (wb_letterhead_get_accent (letterhead));
  g_autofree char *note = NULL;

  if (ratio >= WB_CONTRAST_TEXT)
    return;
  note = g_strdup_printf (_("%s. The darker %s is used in its place."), words, used);
  wb_cli_note (note);
}

static gboolean
apply (WbCli        *cli,
       const Wishes *wishes,
       WbLetterhead *letterhead)
{
  set_text (&letterhead->name, wishes->name, FALSE);
  set_text (&letterhead->address, wishes->address, TRUE);
  set_text (&letterhead->contact, wishes->contact, TRUE);
  set_text (&letterhead->foot, wishes->foot, TRUE);
  if (wishes->side != NULL)
    letterhead->side = strcmp (wishes->side, "right") == 0 ? WB_LETTERHEAD_RIGHT : WB_LETTERHEAD_LEFT;
  if (wishes->accent != NULL)
    wb_contrast_parse (wishes->accent, &letterhead->accent);

  return (wishes->look == NULL || set_look (cli, letterhead, wishes->look))
         && (wishes->picture == NULL || set_picture (letterhead, wishes->picture));
}

static int
change (WbCli        *cli,
        const Wishes *wishes,
        WbUserStore  *store)
{
  g_autoptr (WbLetterhead) letterhead = wishes->remove ? wb_letterhead_new () : wb_user_store_get_letterhead (store);
  g_autoptr (GError) error = NULL;

  if (!wishes->remove && !apply (cli, wishes, letterhead))
    return WB_CLI_FAILED;
  if (!wb_user_store_set_letterhead (store, wishes->remove ? NULL : letterhead, &error))
    return wb_cli_fail ("%s", error->message);
  if (wishes->accent != NULL)
    note_contrast (letterhead);

  return WB_CLI_OK;
}

int
wb_cli_user_letterhead (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_auto (Wishes) wishes = { NULL };
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &wishes.name, N_("Municipality or office"), N_("TEXT") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &wishes.address, N_("Its address; \\n begins a new line"), N_("TEXT") },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &wishes.contact, N_("How it is reached; \\n begins a new line"), N_("TEXT") },
    { "foot", 0, 0, G_OPTION_ARG_STRING, &wishes.foot, N_("What stands at the foot of each page"), N_("TEXT") },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, &wishes.picture, N_("Coat of arms or logo, PNG or SVG; \"\" takes it away"), N_("FILE") },
    { "side", 0, 0, G_OPTION_ARG_STRING, &wishes.side, N_("Where that stands: left or right"), N_("SIDE") },
    { "accent", 0, 0, G_OPTION_ARG_STRING, &wishes.accent, N_("Colour, as #1a5fb4"), N_("COLOUR") },
    { "look", 0, 0, G_OPTION_ARG_STRING, &wishes.look, N_("How all that is set"), N_("ID") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &wishes.remove, N_("Take the letterhead away"), NULL },
    WB_CLI_USER_DATA_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbLetterhead) letterhead = NULL;
  guint32 colour;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (wishes.accent != NULL && !wb_contrast_parse (wishes.accent, &colour))
    return wb_cli_wrong_call (cli, _("“%s” is no colour; please write it like #1a5fb4."), wishes.accent);
  if (wishes.side != NULL && strcmp (wishes.side, "left") != 0 && strcmp (wishes.side, "right") != 0)
    return wb_cli_wrong_call (cli, _("The side is left or right, not “%s”."), wishes.side);

  store = wb_cli_user_open (path, has_wishes (&wishes) && !wishes.remove);
  if (store == NULL)
    return WB_CLI_FAILED;
  if (has_wishes (&wishes))
    return change (cli, &wishes, store);
  letterhead = wb_user_store_get_letterhead (store);

  return print_letterhead (letterhead);
}
