/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wb-attachment.h"
#include "wb-document-fill.h"
#include "wb-document-shelf.h"
#include "wb-error.h"
#include "wb-export.h"
#include "wb-file.h"
#include "wb-payload-reader.h"

/* Longest title in the name of a file, in characters. */
#define MAX_NAME 80

/* So many files may be attached to a project, and so much come to in a dossier, where the same file may stand under several questions. */
#define MAX_ATTACHMENTS 2000
#define MAX_ATTACHED_BYTES (10 * (gint64) WB_ATTACHMENT_MAX_PROJECT_BYTES)

/* What the folder is called before it is whole. */
#define TEMPORARY ".wegbereiter~"
#define TEMPORARY_END "XXXXXX"

/* A dossier on its way into a folder. */
typedef struct
{
  WbLibrary *library;
  WbProjectFile *project;
  WbGuide *guide;
  const char *const *left_out;
  WbStationery *stationery; /* (nullable) */
  const char *folder; /* that is filled */
  GCancellable *cancellable;
  WbDossierProgressFunc progress;
  gpointer user_data;
  guint done;
  guint total;
} Writing;

static gboolean
is_wanted (const Writing *self,
           const char    *name)
{
  return self->left_out == NULL || !g_strv_contains (self->left_out, name);
}

/* Takes away @path with all it holds. Links are not followed. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* Keeps the folder @path for this process until the descriptor that comes back is closed; -1 when that cannot be. @taken: (nullable)
 * whether it is kept already. */
static int
lock_folder (const char *path,
             gboolean   *taken)
{
  const int fd = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  const gboolean locked = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0;

  if (taken != NULL)
    *taken = !locked;

  return fd;
}

static gboolean
is_ours (const char *name)
{
  const gsize prefix = strlen (TEMPORARY);

  if (strncmp (name, TEMPORARY, prefix) != 0 || strlen (name) != prefix + strlen (TEMPORARY_END))
    return FALSE;
  for (const char *next = name + prefix; *next != '\0'; next++)
    if (!g_ascii_isalnum (*next))
      return FALSE;

  return TRUE;
}

/* A program that was ended left what it had of its dossier. */
static void
sweep (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      gboolean taken;
      int fd;

      if (!is_ours (name))
        continue;
      path = g_build_filename (parent, name, NULL);
      fd = lock_folder (path, &taken);
      if (!taken)
        remove_all (path);
      if (fd >= 0)
        close (fd);
    }
}

/* A folder beside the others in @parent that is known to be in use until @lock is closed; -1 where nobody can say. NULL with errno. (transfer
 * full) */
static char *
make_temporary (const char *parent,
                int        *lock)
{
  while (TRUE)
    {
      g_autofree char *path = g_build_filename (parent, TEMPORARY TEMPORARY_END, NULL);

      if (g_mkdtemp_full (path, S_IRWXU) == NULL)
        return NULL;
      *lock = lock_folder (path, NULL);
      /* Whoever swept just then has let it go again when it is looked for; not every file system knows locks, and there nobody sweeps. */
      if (*lock >= 0 && flock (*lock, LOCK_EX) != 0)
        g_debug ("%s: %s", path, g_strerror (errno));
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&path);
      /* Somebody swept it away before it was locked. */
      if (*lock >= 0)
        close (*lock);
    }
}

/* "03 Beschlussvorlage.odt": nothing that a file system of a stick refuses. (transfer full) */
static char *
make_file_name (guint       number,
                const char *title,
                const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);
  glong length = 0;

  g_string_append_printf (name, "%02u ", number);
  for (const char *p = title; *p != '\0' && length < MAX_NAME; p = g_utf8_next_char (p), length++)
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == ':')
        g_string_append (name, " -");
      else if (g_unichar_iscntrl (ch) || (ch < 0x80 && strchr ("/\\*?\"<>|", (int) ch) != NULL))
        g_string_append_c (name, ' ');
      else
        g_string_append_unichar (name, ch);
    }
  g_strchomp (name->str);
  name->len = strlen (name->str);
  g_string_append (name, suffix);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
write_one (Writing         *self,
           WbDocument      *document,
           WbExportFormat   format,
           const char      *path,
           GError         **error)
{
  const WbExportOptions options = { .format = format };
  g_autoptr (WbDocument) dressed = wb_document_new_on (document, self->stationery);

  if (!wb_export_write (dressed, &options, path, self->cancellable, error))
    return FALSE;
  self->done++;
  if (self->progress != NULL)
    self->progress (MIN (self->done, self->total), self->total, self->user_data);

  return TRUE;
}

/* Text or slides to go on with, and the tables where there are any. */
static gboolean
write_editable (Writing     *self,
                WbDocument  *document,
                const char  *title,
                const char  *folder,
                guint        number,
                GError     **error)
{
  static const WbExportFormat formats[] = { WB_EXPORT_TEXT, WB_EXPORT_PRESENTATION, WB_EXPORT_SPREADSHEET };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;

      if (!wb_export_is_possible (document, formats[i], NULL))
        continue;
      name = make_file_name (number, title, wb_export_get_suffix (formats[i]));
      path = g_build_filename (folder, name, NULL);
      if (!write_one (self, document, formats[i], path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  return g_mkdir (path, S_IRWXU) == 0 || wb_file_set_error (path, errno, error);
}

static gboolean
write_files (Writing  *self,
             GError  **error)
{
  g_autofree char *folder = g_build_filename (self->folder, _("To go on working with"), NULL);
  WbAnswers *answers = wb_project_file_get_answers (self->project);
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (self->project, self->guide, error);
  guint number = 0;

  if (offers == NULL || !make_folder (folder, error))
    return FALSE;

  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);
      const WbGuideDocument *guide_document = wb_guide_get_document (self->guide, offer->name);
      g_autoptr (WbDocument) document = NULL;

      if (!is_wanted (self, offer->name)
          || (guide_document != NULL && wb_document_fill_get_reason (guide_document, self->guide, answers) != NULL))
        continue;
      document = wb_document_shelf_build_project (self->library, self->project, self->guide, offer->name, error);
      if (document == NULL || !write_editable (self, document, offer->title, folder, ++number, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_attachments (GError **error)
{
  g_set_error_literal (error, WB_ERROR, WB_ERROR_FAILED,
                       _("More files are attached to the project than a dossier can hold, so nothing was written. "
                         "Please leave out the attached files."));

  return FALSE;
}

/* What is in the file @path, in bytes. */
static gint64
measure (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

/* As they were attached, byte by byte. */
static gboolean
write_attachments (Writing  *self,
                   GError  **error)
{
  g_autoptr (GPtrArray) attachments = wb_dossier_list_attachments (self->guide, wb_project_file_get_answers (self->project));
  g_autofree char *folder = g_build_filename (self->folder, _("Attachments"), NULL);
  gint64 sum = 0;

  if (attachments->len == 0)
    return TRUE;
  if (attachments->len > MAX_ATTACHMENTS)
    return refuse_attachments (error);
  if (!make_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      const WbAttachment *about = g_ptr_array_index (attachments, i);
      g_autofree char *path = g_build_filename (folder, about->name, NULL);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!wb_project_file_save_attachment (wb_project_file_get_path (self->project), about->hash, path, error))
        {
          g_prefix_error (error, "%s: ", about->name);
          return FALSE;
        }
      sum += measure (path);
      if (sum > MAX_ATTACHED_BYTES)
        return refuse_attachments (error);
    }

  return TRUE;
}

static gboolean
fill_folder (Writing  *self,
             GError  **error)
{
  g_autofree char *name = g_strconcat (_("Dossier"), ".pdf", NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (WbDocument) document = wb_dossier_build (self->library, self->project, self->guide, self->left_out, error);

  if (document == NULL || !write_one (self, document, WB_EXPORT_PDF, path, error))
    return FALSE;
  if (is_wanted (self, WB_DOSSIER_ATTACHMENTS) && !write_attachments (self, error))
    return FALSE;

  return !is_wanted (self, WB_DOSSIER_FILES) || write_files (self, error);
}

/* Files of somebody else are left alone. */
static gboolean
check_folder (const char  *folder,
              GError     **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *name = g_filename_display_basename (folder);

  if (!g_file_test (folder, G_FILE_TEST_EXISTS) && !g_file_test (folder, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  dir = g_file_test (folder, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (folder, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;

  g_set_error (error, WB_ERROR, WB_ERROR_FAILED,
               _("There is something in “%s” already; it was left as it is, and nothing was written. Please name a new folder."), name);

  return FALSE;
}

/* About how many files there will be: a PDF, and one or two of each document. */
static guint
count_files (const Writing *self)
{
  return is_wanted (self, WB_DOSSIER_FILES) ? 2 + wb_guide_get_documents (self->guide)->len * 2 : 1;
}

gboolean
wb_dossier_write (WbLibrary              *library,
                  WbProjectFile          *project,
                  WbGuide                *guide,
                  const char *const      *left_out,
                  WbStationery           *stationery,
                  const char             *folder,
                  GCancellable           *cancellable,
                  WbDossierProgressFunc   progress,
                  gpointer                user_data,
                  GError                **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *temporary = NULL;
  gboolean done;
  int lock;
  Writing writing = { library, project, guide, left_out, stationery, NULL, cancellable, progress, user_data, 0, 0 };

  g_return_val_if_fail (WB_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  /* Without a slash at the end, so that the folder beside it is one beside it. */
  absolute = g_canonicalize_filename (folder, NULL);
  if (!check_folder (absolute, error))
    return FALSE;
  parent = g_path_get_dirname (absolute);
  sweep (parent);
  temporary = make_temporary (parent, &lock);
  if (temporary == NULL)
    return wb_file_set_error (absolute, errno, error);

  writing.folder = temporary;
  writing.total = count_files (&writing);
  done = fill_folder (&writing, error);
  /* Puts itself in the place of an empty folder, too, and of nothing else. */
  if (done && g_rename (temporary, absolute) != 0)
    done = wb_file_set_error (absolute, errno, error);
  if (!done)
    remove_all (temporary);
  if (lock >= 0)
    close (lock);

  return done;
}

static gboolean
write_copied (WbLibrary              *library,
              const char             *copy,
              const char *const      *left_out,
              WbStationery           *stationery,
              const char             *folder,
              GCancellable           *cancellable,
              WbDossierProgressFunc   progress,
              gpointer                user_data,
              GError                **error)
{
  g_autoptr (WbProjectFile) project = wb_project_file_open (copy, error);
  g_autoptr (WbGuide) guide = NULL;

  if (project == NULL)
    return FALSE;
  guide = wb_guide_from_json (wb_project_file_get_guide_id (project), wb_project_file_get_guide_title (project),
                              wb_project_file_get_guide_json (project), error);

  return guide != NULL
         && wb_dossier_write (library, project, guide, left_out, stationery, folder, cancellable, progress, user_data, error);
}

gboolean
wb_dossier_write_from (WbLibrary              *library,
                       const char             *path,
                       const char *const      *left_out,
                       WbStationery           *stationery,
                       const char             *folder,
                       GCancellable           *cancellable,
                       WbDossierProgressFunc   progress,
                       gpointer                user_data,
                       GError                **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autofree char *place = NULL;
  g_autofree char *copy = NULL;
  gboolean ok;

  g_return_val_if_fail (WB_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (path != NULL && folder != NULL, FALSE);

  place = g_dir_make_tmp ("wegbereiter-XXXXXX", error);
  if (place == NULL)
    return FALSE;
  copy = g_build_filename (place, "copy" WB_PROJECT_SUFFIX, NULL);
  /* What the copy signals goes to a context of its own, which nobody runs. */
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  ok = wb_project_file_copy (path, copy, error)
       && write_copied (library, copy, left_out, stationery, folder, cancellable, progress, user_data, error);
  g_main_context_pop_thread_default (context);
  remove_all (place);

  return ok;
}
