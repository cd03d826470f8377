/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "wb-content-overlay.h"
#include "wb-error.h"
#include "wb-file-lock.h"
#include "wb-library-writer.h"
#include "wb-pack-file.h"

#define STAMP_BYTES 32
/* What packs.db holds beside the library; another number has it made anew. */
#define LAYOUT "2:"

struct _WbPackStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  char *keys_path;
  char *library; /* path of the bundled library */
};

/* What packs.db says, or is to say. */
typedef struct
{
  gboolean can_roll_back;
  gboolean damaged; /* the file that is there cannot be read */
  GPtrArray *packs;  /* WbKeptPack */
  GPtrArray *before; /* WbKeptPack */
} State;

G_DEFINE_FINAL_TYPE (WbPackStore, wb_pack_store, G_TYPE_OBJECT)

static void
kept_pack_free (gpointer data)
{
  WbKeptPack *kept = data;

  wb_pack_unref (kept->pack);
  g_free (kept->imported);
  g_free (kept);
}

static WbKeptPack *
kept_pack_new (WbPack     *pack,
               const char *imported)
{
  WbKeptPack *kept = g_new0 (WbKeptPack, 1);

  kept->pack = wb_pack_ref (pack);
  kept->imported = g_strdup (imported);

  return kept;
}

static void
state_free (State *state)
{
  g_ptr_array_unref (state->packs);
  g_ptr_array_unref (state->before);
  g_free (state);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (State, state_free)

static State *
state_new (void)
{
  State *state = g_new0 (State, 1);

  state->packs = g_ptr_array_new_with_free_func (kept_pack_free);
  state->before = g_ptr_array_new_with_free_func (kept_pack_free);

  return state;
}

static void
wb_pack_store_finalize (GObject *object)
{
  WbPackStore *self = WB_PACK_STORE (object);

  g_free (self->path);
  g_free (self->keys_path);
  g_free (self->library);

  G_OBJECT_CLASS (wb_pack_store_parent_class)->finalize (object);
}

static void
wb_pack_store_class_init (WbPackStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_pack_store_finalize;
}

static void
wb_pack_store_init (WbPackStore *self)
{
}

WbPackStore *
wb_pack_store_new (const char *path,
                   const char *library)
{
  WbPackStore *self;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (library != NULL, NULL);

  self = g_object_new (WB_TYPE_PACK_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->library = g_canonicalize_filename (library, NULL);
  folder = g_path_get_dirname (self->path);
  self->keys_path = g_build_filename (folder, "trusted-keys.json", NULL);

  return self;
}

char *
wb_pack_store_find_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "wegbereiter", "packs.db", NULL);
}

/* Tells one bundled library from another by its bytes, and one layout of packs.db from another. (transfer full) */
static char *
get_stamp (WbPackStore  *self,
           GError      **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->library, FALSE, NULL);
  unsigned char hash[STAMP_BYTES];
  char hex[2 * STAMP_BYTES + 1];

  if (file == NULL || sodium_init () < 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The bundled library (library.db) is not there. Please install the program again."));
      return NULL;
    }
  crypto_generichash (hash, sizeof hash, (const unsigned char *) g_mapped_file_get_contents (file),
                      g_mapped_file_get_length (file), NULL, 0);

  return g_strconcat (LAYOUT, sodium_bin2hex (hex, sizeof hex, hash, sizeof hash), NULL);
}

/* From reading the state to writing it nobody else may change it: the later one would take back what the earlier one did, unseen. The
 * lock lies beside packs.db, which is replaced with each change. NULL and @taken when another window or program is at it;
 * NULL without where there can be no lock, and what follows will say why. (transfer full) (nullable) */
static WbFileLock *
take_lock (WbPackStore *self,
           gboolean    *taken)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);
  int fd;

  *taken = FALSE;
  g_mkdir_with_parents (folder, 0700);
  fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return NULL;
  close (fd);

  return wb_file_lock_take (path, taken);
}

/* The same for a change that somebody waits for: FALSE when it cannot be made now. @lock: (transfer full) (nullable) */
static gboolean
lock_for_change (WbPackStore  *self,
                 WbFileLock  **lock,
                 GError      **error)
{
  gboolean taken;

  *lock = take_lock (self, &taken);
  if (taken)
    g_set_error (error, WB_ERROR, WB_ERROR_BUSY,
                 _("The content packs are being changed somewhere else just now; nothing was changed. Please try again in a moment."));

  return !taken;
}

WbTrustedKeys *
wb_pack_store_load_keys (WbPackStore  *self,
                         GError      **error)
{
  g_return_val_if_fail (WB_IS_PACK_STORE (self), NULL);

  return wb_trusted_keys_load (self->keys_path, error);
}

static gboolean
read_rows (WbPackStore       *self,
           const WbPackFile  *file,
           State             *state,
           GError           **error)
{
  for (guint i = 0; i < file->rows->len; i++)
    {
      const WbPackRow *row = g_ptr_array_index (file->rows, i);
      g_autoptr (WbPack) pack = wb_pack_parse (row->text, strlen (row->text), NULL);

      if (pack == NULL || !g_str_equal (pack->id, row->id))
        {
          g_autofree char *name = g_filename_display_basename (self->path);

          g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT, _("“%s” is damaged: the pack “%s” cannot be read."), name, row->id);
          return FALSE;
        }
      g_ptr_array_add (row->before ? state->before : state->packs, kept_pack_new (pack, row->imported));
    }

  return TRUE;
}

/* (transfer full) */
static State *
load_state (WbPackStore  *self,
            GError      **error)
{
  g_autoptr (State) state = state_new ();
  g_autoptr (WbPackFile) file = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&state);

  file = wb_pack_file_read (self->path, TRUE, error);
  if (file == NULL || !read_rows (self, file, state, error))
    return NULL;
  state->can_roll_back = file->can_roll_back;

  return g_steal_pointer (&state);
}

/* The same for a change: what is damaged is no reason never to import again. */
static State *
load_state_for_change (WbPackStore  *self,
                       GError      **error)
{
  g_autoptr (GError) failure = NULL;
  State *state = load_state (self, &failure);

  if (state == NULL && (g_error_matches (failure, WB_ERROR, WB_ERROR_CORRUPT) || g_error_matches (failure, WB_ERROR, WB_ERROR_FOREIGN)))
    {
      state = state_new ();
      state->damaged = TRUE;
    }
  else if (state == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
    }

  return state;
}

/* (transfer full) (nullable) */
static WbContentOverlay *
check_packs (WbPackStore  *self,
             GPtrArray    *packs,
             GError      **error)
{
  g_autoptr (WbLibrary) library = wb_library_open (self->library, error);
  g_autoptr (WbContentOverlay) overlay = NULL;

  if (library == NULL)
    return NULL;

  overlay = wb_content_overlay_new (library);
  for (guint i = 0; i < packs->len; i++)
    wb_content_overlay_add (overlay, ((const WbKeptPack *) g_ptr_array_index (packs, i))->pack);

  return wb_content_overlay_verify (overlay, error) ? g_steal_pointer (&overlay) : NULL;
}

static gboolean
write_packs (WbLibraryWriter  *writer,
             GPtrArray        *packs,
             gboolean          before,
             GError          **error)
{
  for (guint i = 0; i < packs->len; i++)
    {
      const WbKeptPack *kept = g_ptr_array_index (packs, i);
      g_autofree char *text = wb_pack_to_text (kept->pack);
      WbPackRow row = { before, kept->pack->id, text, kept->imported };

      if (!wb_library_writer_add_pack (writer, &row, error))
        return FALSE;
    }

  return TRUE;
}

/* Makes packs.db anew and puts it in its place; on any error the old one stays as it is. */
static gboolean
write_state (WbPackStore       *self,
             const State       *state,
             WbContentOverlay  *overlay,
             GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *stamp = get_stamp (self, error);
  g_autoptr (WbLibraryWriter) writer = NULL;

  if (stamp == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  writer = wb_library_writer_new_over (self->path, self->library, error);
  if (writer == NULL || !wb_content_overlay_write (overlay, writer, error) || !write_packs (writer, state->packs, FALSE, error)
      || !write_packs (writer, state->before, TRUE, error) || !wb_library_writer_set_fact (writer, "base", stamp, error)
      || !wb_library_writer_set_fact (writer, "rollback", state->can_roll_back ? "1" : NULL, error))
    return FALSE;
  if (state->damaged)
    {
      g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

      /* For those who want to look into it. The old name stays until the new file takes it. */
      g_unlink (aside);
      if (link (self->path, aside) != 0)
        g_debug ("%s: %s", aside, g_strerror (errno));
    }

  return wb_library_writer_finish (writer, error);
}

static gboolean
commit (WbPackStore  *self,
        const State  *state,
        GError      **error)
{
  g_autoptr (WbContentOverlay) overlay = check_packs (self, state->packs, error);

  return overlay != NULL && write_state (self, state, overlay, error);
}

static gboolean
find_pack (GPtrArray  *packs,
           const char *id,
           guint      *position)
{
  for (*position = 0; *position < packs->len; (*position)++)
    if (g_str_equal (((const WbKeptPack *) g_ptr_array_index (packs, *position))->pack->id, id))
      return TRUE;

  return FALSE;
}

/* The state after a change of today: @pack (nullable) in the place of the one with the same @id. (transfer full) */
static State *
change_state (const State *state,
              const char  *id,
              WbPack      *pack)
{
  State *changed = state_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  changed->can_roll_back = TRUE;
  changed->damaged = state->damaged;
  for (guint i = 0; i < state->packs->len; i++)
    {
      const WbKeptPack *kept = g_ptr_array_index (state->packs, i);

      g_ptr_array_add (changed->before, kept_pack_new (kept->pack, kept->imported));
      if (!g_str_equal (kept->pack->id, id))
        g_ptr_array_add (changed->packs, kept_pack_new (kept->pack, kept->imported));
    }
  if (pack != NULL)
    g_ptr_array_add (changed->packs, kept_pack_new (pack, today));

  return changed;
}

/* "3 faults …" in a sentence that names the pack and says what that means. */
static void
set_pack_sentence (const WbPack  *pack,
                   GError        *failure,
                   GError       **error)
{
  if (failure->code != WB_ERROR_INVALID)
    {
      g_propagate_error (error, failure);
      return;
    }
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The pack “%s” cannot be used (%s); nothing was changed."), pack->title,
               failure->message);
  g_error_free (failure);
}

static WbPackPlan *
plan_over (WbPackStore  *self,
           const State  *state,
           WbPack       *pack,
           GError      **error)
{
  g_autoptr (WbTrustedKeys) keys = wb_pack_store_load_keys (self, error);
  WbPack *installed = NULL;
  guint position;

  if (keys == NULL)
    return NULL;
  if (find_pack (state->packs, pack->id, &position))
    installed = ((const WbKeptPack *) g_ptr_array_index (state->packs, position))->pack;

  return wb_pack_plan_new (pack, installed, wb_trusted_keys_has (keys, pack->key));
}

WbPackPlan *
wb_pack_store_plan (WbPackStore  *self,
                    WbPack       *pack,
                    GError      **error)
{
  g_autoptr (State) state = NULL;
  g_autoptr (State) changed = NULL;
  g_autoptr (WbContentOverlay) overlay = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  state = load_state_for_change (self, error);
  if (state == NULL)
    return NULL;
  changed = change_state (state, pack->id, pack);
  overlay = check_packs (self, changed->packs, &failure);
  if (overlay == NULL)
    {
      set_pack_sentence (pack, failure, error);
      return NULL;
    }

  return plan_over (self, state, pack, error);
}

static gboolean
is_allowed (const WbPackPlan   *plan,
            WbPackImportFlags   flags,
            GError            **error)
{
  const WbPack *pack = plan->pack;
  g_autofree char *reason = NULL;

  if (plan->same)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("Version %d of the pack “%s” is there already; nothing was changed."),
                   pack->version, pack->title);
      return FALSE;
    }
  if (plan->downgrade && (flags & WB_PACK_IMPORT_ALLOW_DOWNGRADE) == 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("Version %d of the pack “%s” is not newer than version %d, which is there; nothing was changed."), pack->version,
                   pack->title, plan->installed->version);
      return FALSE;
    }
  if (plan->trust == WB_PACK_TRUSTED || (flags & WB_PACK_IMPORT_ACCEPT_UNSIGNED) != 0)
    return TRUE;
  reason = wb_pack_plan_describe_trust (plan);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("%s Nothing was changed."), reason);

  return FALSE;
}

gboolean
wb_pack_store_import (WbPackStore        *self,
                      WbPack             *pack,
                      WbPackImportFlags   flags,
                      GError            **error)
{
  g_autoptr (WbFileLock) lock = NULL;
  g_autoptr (State) state = NULL;
  g_autoptr (State) changed = NULL;
  g_autoptr (WbPackPlan) plan = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), FALSE);
  g_return_val_if_fail (pack != NULL, FALSE);

  if (!lock_for_change (self, &lock, error))
    return FALSE;
  state = load_state_for_change (self, error);
  if (state == NULL)
    return FALSE;
  plan = plan_over (self, state, pack, error);
  if (plan == NULL || !is_allowed (plan, flags, error))
    return FALSE;
  changed = change_state (state, pack->id, pack);
  if (commit (self, changed, &failure))
    return TRUE;
  set_pack_sentence (pack, failure, error);

  return FALSE;
}

gboolean
wb_pack_store_remove (WbPackStore  *self,
                      const char   *id,
                      GError      **error)
{
  g_autoptr (WbFileLock) lock = NULL;
  g_autoptr (State) state = NULL;
  g_autoptr (State) changed = NULL;
  GError *failure = NULL;
  guint position;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!lock_for_change (self, &lock, error))
    return FALSE;
  state = load_state (self, error);
  if (state == NULL)
    return FALSE;
  if (!find_pack (state->packs, id, &position))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("There is no pack “%s” here."), id);
      return FALSE;
    }
  changed = change_state (state, id, NULL);
  if (commit (self, changed, &failure))
    return TRUE;
  if (failure->code != WB_ERROR_INVALID)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The pack “%s” cannot be removed while another one needs it (%s); nothing was changed."),
               id, failure->message);
  g_error_free (failure);

  return FALSE;
}

gboolean
wb_pack_store_can_roll_back (WbPackStore *self)
{
  g_autoptr (WbPackFile) file = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), FALSE);

  file = wb_pack_file_read (self->path, FALSE, NULL);

  return file != NULL && file->can_roll_back;
}

gboolean
wb_pack_store_roll_back (WbPackStore  *self,
                         GError      **error)
{
  g_autoptr (WbFileLock) lock = NULL;
  g_autoptr (State) state = NULL;
  g_autoptr (State) changed = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), FALSE);

  if (!lock_for_change (self, &lock, error))
    return FALSE;
  state = load_state (self, error);
  if (state == NULL)
    return FALSE;
  if (!state->can_roll_back)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("There is no earlier state to go back to; nothing was changed."));
      return FALSE;
    }
  changed = state_new ();
  for (guint i = 0; i < state->before->len; i++)
    {
      const WbKeptPack *kept = g_ptr_array_index (state->before, i);

      g_ptr_array_add (changed->packs, kept_pack_new (kept->pack, kept->imported));
    }

  return commit (self, changed, error);
}

GPtrArray *
wb_pack_store_list (WbPackStore  *self,
                    GError      **error)
{
  g_autoptr (State) state = NULL;
  g_autoptr (WbTrustedKeys) keys = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), NULL);

  state = load_state (self, error);
  keys = state != NULL ? wb_pack_store_load_keys (self, error) : NULL;
  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < state->packs->len; i++)
    {
      WbKeptPack *kept = g_ptr_array_index (state->packs, i);

      kept->trusted = kept->pack->state == WB_PACK_SIGNED && wb_trusted_keys_has (keys, kept->pack->key);
    }

  return g_ptr_array_ref (state->packs);
}

/* Makes packs.db anew when the bundled library is another one than it was made from. While somebody else does just that, what is there
 * serves: it is a whole library. */
static gboolean
refresh (WbPackStore  *self,
         GError      **error)
{
  g_autoptr (WbPackFile) file = wb_pack_file_read (self->path, FALSE, error);
  g_autofree char *stamp = file != NULL ? get_stamp (self, error) : NULL;
  g_autoptr (WbFileLock) lock = NULL;
  g_autoptr (State) state = NULL;
  gboolean taken;

  if (stamp == NULL)
    return FALSE;
  if (g_str_equal (stamp, file->base))
    return TRUE;
  lock = take_lock (self, &taken);
  if (taken)
    return TRUE;
  state = load_state (self, error);

  return state != NULL && commit (self, state, error);
}

WbLibrary *
wb_pack_store_open_library (WbPackStore  *self,
                            char        **notice,
                            GError      **error)
{
  g_autoptr (GError) failure = NULL;
  WbLibrary *library = NULL;

  g_return_val_if_fail (WB_IS_PACK_STORE (self), NULL);
  g_return_val_if_fail (notice != NULL, NULL);

  *notice = NULL;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (refresh (self, &failure))
        library = wb_library_open (self->path, &failure);
      if (library != NULL)
        return library;
      *notice = g_strdup_printf (_("The content packs cannot be used, so only the bundled library is open. (%s)"), failure->message);
    }
  library = wb_library_open (self->library, error);
  if (library == NULL)
    g_clear_pointer (notice, g_free);

  return library;
}
