/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_LENGTH 64
/* The longest ending that is kept whole, with its dot, in bytes. */
#define MAX_ENDING 16

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/* (transfer full) */
static char *
make_line (const char *text)
{
  char *line = g_utf8_make_valid (text, -1);

  for (char *next = line; *next != '\0'; next++)
    if (g_ascii_iscntrl (*next))
      *next = ' ';

  return g_strstrip (line);
}

WbAttachment *
wb_attachment_new (const char *row,
                   const char *name,
                   const char *type,
                   gint64      size,
                   const char *hash)
{
  WbAttachment *self = g_new0 (WbAttachment, 1);

  self->row = g_strdup (get_text (row));
  self->name = wb_attachment_clean_name (get_text (name));
  self->type = make_line (get_text (type));
  self->size = MAX (size, 0);
  self->hash = g_strdup (hash != NULL && wb_attachment_is_hash (hash) ? hash : "");
  self->note = g_strdup ("");
  self->date = g_strdup ("");

  return self;
}

void
wb_attachment_free (WbAttachment *self)
{
  if (self == NULL)
    return;

  g_free (self->row);
  g_free (self->name);
  g_free (self->type);
  g_free (self->note);
  g_free (self->date);
  g_free (self->hash);
  g_free (self);
}

WbAttachment *
wb_attachment_read (WbAnswers  *answers,
                    const char *field,
                    const char *row)
{
  WbAttachment *self;
  gint64 size = 0;

  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (field != NULL && row != NULL, NULL);

  if (!g_ascii_string_to_signed (wb_answers_get (answers, field, row, WB_ATTACHMENT_SIZE), 10, 0, G_MAXINT64, &size, NULL))
    size = 0;
  self = wb_attachment_new (row, wb_answers_get (answers, field, row, WB_ATTACHMENT_NAME),
                            wb_answers_get (answers, field, row, WB_ATTACHMENT_TYPE), size,
                            wb_answers_get (answers, field, row, WB_ATTACHMENT_HASH));
  g_free (self->note);
  self->note = make_line (wb_answers_get (answers, field, row, WB_ATTACHMENT_NOTE));
  g_free (self->date);
  self->date = make_line (wb_answers_get (answers, field, row, WB_ATTACHMENT_DATE));

  return self;
}

GPtrArray *
wb_attachment_list (WbAnswers  *answers,
                    const char *field)
{
  g_autofree const char **rows = NULL;
  GPtrArray *list;

  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_attachment_free);
  rows = wb_answers_list_rows (answers, field);
  for (guint i = 0; rows[i] != NULL; i++)
    g_ptr_array_add (list, wb_attachment_read (answers, field, rows[i]));

  return list;
}

/* What somebody sees of a name has to be what it is: no invisible characters, none that turn the direction round, no line breaks. */
static gboolean
is_deceptive (gunichar ch)
{
  switch (g_unichar_type (ch))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The part behind the last separator of a folder, on this system and on others. */
static const char *
find_base (const char *name)
{
  const char *base = name;

  for (const char *next = name; *next != '\0'; next++)
    if (*next == '/' || *next == '\\')
      base = next + 1;

  return base;
}

/* Where the ending begins, ".pdf"; the end of @name when it has none, or one that is none. */
static const char *
find_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= MAX_ENDING ? dot : name + strlen (name);
}

/* Cuts the middle out, so that the whole has at most @max bytes. */
static char *
shorten (const char *name,
         gsize       max)
{
  const char *ending = find_ending (name);
  const gsize room = max - strlen (ending);
  const char *end;

  if (strlen (name) <= max)
    return g_strdup (name);
  end = g_utf8_find_prev_char (name, name + room + 1);

  return g_strdup_printf ("%.*s%s", (int) (end - name), name, ending);
}

/* Some disks cut such an end. */
static void
strip_end (char *name)
{
  for (gsize length = strlen (name); length > 0 && (name[length - 1] == '.' || name[length - 1] == ' '); length--)
    name[length - 1] = '\0';
}

/* Some systems take such names for devices, whatever their ending is. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));
  gsize length;

  strip_end (stem);
  length = strlen (stem);
  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_str_has_prefix (stem, devices[i]))
      return i < 4 ? length == 3 : length == 4 && g_ascii_isdigit (stem[3]);

  return FALSE;
}

/* SQLite takes a file with such a name beside a database for a part of it, and plays it in. */
static gboolean
is_journal (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, "-journal") || g_str_has_suffix (folded, "-wal") || g_str_has_suffix (folded, "-shm");
}

/* Takes @name: one that is short enough, and that no system takes for something else. (transfer full) */
static char *
make_harmless (char *name)
{
  char *next = shorten (name, WB_ATTACHMENT_MAX_NAME);

  g_free (name);
  name = next;
  if (is_device (name))
    {
      g_autofree char *shorter = shorten (name, WB_ATTACHMENT_MAX_NAME - 1);

      g_free (name);
      name = g_strconcat ("_", shorter, NULL);
    }
  strip_end (name);
  if (is_journal (name))
    {
      g_autofree char *shorter = shorten (name, WB_ATTACHMENT_MAX_NAME - 1);

      g_free (name);
      name = g_strconcat (shorter, "_", NULL);
    }

  return name;
}

char *
wb_attachment_clean_name (const char *name)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *start;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  for (const char *p = find_base (valid); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (is_deceptive (ch))
        continue;
      if (ch < 0x80 && strchr (":*?\"<>|", (int) ch) != NULL)
        ch = '_';
      g_string_append_unichar (clean, g_unichar_isspace (ch) ? ' ' : ch);
    }
  /* Not hidden. */
  strip_end (clean->str);
  for (start = clean->str; *start == '.' || *start == ' ';)
    start++;

  return *start == '\0' ? g_strdup (_("Attachment")) : make_harmless (g_strdup (start));
}

char *
wb_attachment_number_name (const char *name,
                           guint       n)
{
  const char *ending;
  g_autofree char *mark = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *short_stem = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (n < 2)
    return g_strdup (name);
  ending = find_ending (name);
  mark = g_strdup_printf (" (%u)", n);
  stem = g_strndup (name, (gsize) (ending - name));
  short_stem = shorten (stem, WB_ATTACHMENT_MAX_NAME - strlen (ending) - strlen (mark));

  return g_strconcat (short_stem, mark, ending, NULL);
}

gboolean
wb_attachment_is_hash (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

/* By its media type. */
static gboolean
is_program_type (const char *type)
{
  static const char *const types[] = {
    "application/x-executable",  "application/x-sharedlib",      "application/x-shellscript", "application/x-desktop",
    "application/x-pie-executable", "application/x-ms-dos-executable", "application/x-perl",    "text/x-python",
    "application/java-archive",  "application/x-java-archive",   "application/vnd.appimage", "application/x-iso9660-appimage",
    "application/javascript",    "text/html",                    "application/xhtml+xml",     "image/svg+xml",
    "text/javascript",           "text/x-python3",               "application/x-ruby",        "application/x-php",
    "application/x-msdownload",  "application/vnd.microsoft.portable-executable", "application/x-msi", "application/x-mswinurl",
    "application/x-java-jnlp-file", "application/vnd.flatpak",   "application/vnd.flatpak.ref", "application/vnd.flatpak.repo",
    "application/vnd.snap",      "application/x-mimearchive",    "image/svg+xml-compressed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i]) == 0)
      return TRUE;

  return FALSE;
}

gboolean
wb_attachment_is_program (const WbAttachment *self)
{
  static const char *const endings[] = {
    ".desktop", ".appimage", ".run", ".bin", ".sh", ".bash", ".py", ".pl", ".rb", ".js", ".mjs", ".jar", ".exe",  ".com", ".bat",
    ".cmd",     ".msi",      ".scr", ".ps1", ".vbs", ".wsf", ".hta", ".lnk", ".url", ".deb", ".rpm", ".flatpakref", ".html", ".htm",
    ".xhtml",   ".svg",      ".wegbereiter", ".jnlp", ".svgz", ".xht", ".mht", ".mhtml", ".flatpak", ".flatpakrepo", ".snap", ".pyw",
    ".pyz",     ".php",      ".zsh", ".ksh", ".csh", ".pif", ".reg",
  };
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, TRUE);

  name = g_ascii_strdown (self->name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return is_program_type (self->type);
}

gboolean
wb_attachment_holds_program (const char   *name,
                             const guint8 *start,
                             gsize         size)
{
  /* As the system will guess it when it opens the file, and as if there were no name. */
  g_autofree char *named = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (name != NULL && start != NULL, TRUE);

  named = g_content_type_guess (name, start, size, NULL);
  bare = g_content_type_guess (NULL, start, size, NULL);

  return is_program_type (named) || is_program_type (bare);
}

void
wb_attachment_add_columns (WbField *field)
{
  g_return_if_fail (field != NULL);

  /* Translators: the column with the names of files. */
  wb_field_add_column (field, WB_ATTACHMENT_NAME, _("File"), WB_FIELD_TEXT);
  wb_field_add_column (field, WB_ATTACHMENT_DATE, _("Attached on"), WB_FIELD_DATE);
  wb_field_add_column (field, WB_ATTACHMENT_NOTE, _("Note"), WB_FIELD_TEXT);
}
