/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-content-overlay.h"
#include "wb-data-paths.h"
#include "wb-pack-store.h"

#define PACKS_OPTION(path) \
  { "packs", 0, 0, G_OPTION_ARG_FILENAME, (path), N_("Use this packs.db in place of the one of the user"), N_("FILE") }

/* Whether the entries of @pack pass the check of the content on top of the library of the call; each fault on stderr. */
static gboolean
check_pack (WbCli  *cli,
            WbPack *pack)
{
  g_autofree char *path = wb_cli_find_bundled (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = path != NULL ? wb_library_open (path, &error) : NULL;
  g_autoptr (WbContentOverlay) overlay = NULL;
  GPtrArray *faults;

  if (error != NULL)
    wb_cli_fail ("%s", error->message);
  if (library == NULL)
    return FALSE;

  overlay = wb_content_overlay_new (library);
  wb_content_overlay_add (overlay, pack);
  faults = wb_content_overlay_check (overlay);
  for (guint i = 0; i < faults->len; i++)
    {
      const WbFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *line = g_strconcat (fault->file, ": ", fault->place, *fault->place != '\0' ? ": " : "", fault->message, NULL);

      wb_cli_note (line);
    }
  if (faults->len > 0)
    wb_cli_fail (g_dngettext (GETTEXT_PACKAGE, "%u fault in %u entries.", "%u faults in %u entries.", faults->len), faults->len,
                 pack->entries->len);

  return faults->len == 0;
}

int
wb_cli_content_pack (WbCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *key_path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &key_path, N_("Sign with this key"), N_("FILE") },
    { NULL },
  };
  g_autoptr (WbPack) pack = NULL;
  g_autoptr (WbPackKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  if (key_path != NULL)
    key = wb_pack_key_load (key_path, &error);
  if (error == NULL)
    pack = wb_pack_new_from_folder (cli->operands[0], &error);
  if (pack == NULL)
    return wb_cli_fail ("%s", error->message);
  if (!check_pack (cli, pack))
    return WB_CLI_FAILED;
  if (key != NULL)
    wb_pack_sign (pack, key);
  if (!wb_pack_write (pack, path, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_content_keygen (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { NULL },
  };
  g_autoptr (WbPackKey) key = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  key = wb_pack_key_generate ();
  if (!wb_pack_key_write (key, path, &error))
    return wb_cli_fail ("%s", error->message);
  fingerprint = wb_pack_key_fingerprint (wb_pack_key_get_public (key));
  wb_cli_print ("%s\n", fingerprint);

  return wb_cli_finish ();
}

static const char *
get_state_name (const WbPack *pack)
{
  switch (pack->state)
    {
    case WB_PACK_SIGNED:
      return "valid";
    case WB_PACK_WRONG_SIGNATURE:
      return "wrong";
    case WB_PACK_UNSIGNED:
    default:
      return "none";
    }
}

static void
print_head (const WbPack *pack)
{
  g_autofree char *fingerprint = pack->key != NULL ? wb_pack_key_fingerprint (pack->key) : NULL;

  wb_cli_print ("id\t%s\ntitle\t%s\npublisher\t%s\n", pack->id, pack->title, pack->publisher);
  wb_cli_print ("version\t%d\ndate\t%s\nlicence\t%s\n", pack->version, pack->date, pack->licence);
  wb_cli_print ("signature\t%s\n", get_state_name (pack));
  if (fingerprint != NULL)
    wb_cli_print ("key\t%s\n", fingerprint);
}

static void
print_entries (const WbPack *pack)
{
  for (guint i = 0; i < pack->entries->len; i++)
    {
      const WbPackEntry *entry = g_ptr_array_index (pack->entries, i);
      g_autofree char *title = wb_pack_entry_dup_title (entry);

      wb_cli_print ("entry\t%s\t%s\t", entry->id, wb_kind_to_string (entry->kind));
      wb_cli_print_escaped (title);
      wb_cli_print ("\n");
    }
}

int
wb_cli_pack_inspect (WbCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_autoptr (WbPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, NULL, 1, 1))
    return WB_CLI_WRONG_CALL;

  pack = wb_pack_load (cli->operands[0], &error);
  if (pack == NULL)
    return wb_cli_fail ("%s", error->message);
  print_head (pack);
  print_entries (pack);
  if (wb_cli_finish () != WB_CLI_OK || !check_pack (cli, pack))
    return WB_CLI_FAILED;

  return WB_CLI_OK;
}

/* The packs of the call; NULL, with the reason on stderr, when there is no library to put them on. (transfer full) */
static WbPackStore *
open_packs (WbCli      *cli,
            const char *packs)
{
  g_autofree char *path = packs != NULL ? g_strdup (packs) : wb_pack_store_find_path ();
  g_autofree char *library = wb_cli_find_bundled (cli);

  return library != NULL ? wb_pack_store_new (path, library) : NULL;
}

/* Reads a call that has --packs and @n operands; NULL, with @status and the reason on stderr, when that cannot be. (transfer full) */
static WbPackStore *
parse_packs_call (WbCli  *cli,
                  int     argc,
                  char  **argv,
                  guint   n,
                  int    *status)
{
  g_autofree char *packs = NULL;
  const GOptionEntry options[] = { PACKS_OPTION (&packs), { NULL } };
  WbPackStore *store;

  *status = WB_CLI_WRONG_CALL;
  if (!wb_cli_parse (cli, argc, argv, options, n, n))
    return NULL;
  store = open_packs (cli, packs);
  *status = store != NULL ? WB_CLI_OK : WB_CLI_FAILED;

  return store;
}

static void
print_plan (const WbPackPlan *plan)
{
  static const char *const names[] = { "added", "changed", "removed" };

  for (guint i = 0; i < plan->changes->len; i++)
    {
      const WbPackChange *change = g_ptr_array_index (plan->changes, i);

      wb_cli_print ("%s\t%s\t%s\t", names[change->type], change->id, wb_kind_to_string (change->kind));
      wb_cli_print_escaped (change->title);
      wb_cli_print ("\n");
    }
}

/* What is no line of the output, but wants to be known. */
static void
note_plan (const WbPackPlan *plan)
{
  g_autofree char *trust = wb_pack_plan_describe_trust (plan);
  g_autofree char *fingerprint = plan->pack->key != NULL ? wb_pack_key_fingerprint (plan->pack->key) : NULL;

  if (plan->trust != WB_PACK_TRUSTED)
    wb_cli_note (trust);
  if (plan->trust == WB_PACK_STRANGE)
    {
      g_autofree char *line = g_strdup_printf (_("Fingerprint of the key: %s"), fingerprint);

      wb_cli_note (line);
    }
  if (plan->other_key)
    wb_cli_note (_("It is signed with another key than the version that is there."));
}

int
wb_cli_pack_import (WbCli  *cli,
                    int     argc,
                    char  **argv)
{
  g_autofree char *packs = NULL;
  gboolean accept = FALSE;
  gboolean downgrade = FALSE;
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "accept-unsigned", 0, 0, G_OPTION_ARG_NONE, &accept, N_("Also when nobody you trust has signed it"), NULL },
    { "allow-downgrade", 0, 0, G_OPTION_ARG_NONE, &downgrade, N_("Also when a newer version is there"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only print what would change"), NULL },
    PACKS_OPTION (&packs),
    { NULL },
  };
  g_autoptr (WbPackStore) store = NULL;
  g_autoptr (WbPack) pack = NULL;
  g_autoptr (WbPackPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  store = open_packs (cli, packs);
  if (store == NULL)
    return WB_CLI_FAILED;

  pack = wb_pack_load (cli->operands[0], &error);
  if (pack != NULL)
    plan = wb_pack_store_plan (store, pack, &error);
  if (plan == NULL)
    return wb_cli_fail ("%s", error->message);
  print_plan (plan);
  note_plan (plan);
  if (!dry_run
      && !wb_pack_store_import (store, pack, (accept ? WB_PACK_IMPORT_ACCEPT_UNSIGNED : 0)
                                             | (downgrade ? WB_PACK_IMPORT_ALLOW_DOWNGRADE : 0), &error))
    return wb_cli_fail ("%s", error->message);

  return wb_cli_finish ();
}

int
wb_cli_pack_list (WbCli  *cli,
                  int     argc,
                  char  **argv)
{
  int status;
  g_autoptr (WbPackStore) store = parse_packs_call (cli, argc, argv, 0, &status);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return status;

  list = wb_pack_store_list (store, &error);
  if (list == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; i < list->len; i++)
    {
      const WbKeptPack *kept = g_ptr_array_index (list, i);

      wb_cli_print ("%s\t%d\t%s\t%s\t%s\t%s\t%s\n", kept->pack->id, kept->pack->version, kept->pack->date, kept->imported,
                    kept->trusted ? "trusted" : get_state_name (kept->pack), kept->pack->publisher, kept->pack->title);
    }

  return wb_cli_finish ();
}

int
wb_cli_pack_rollback (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  int status;
  g_autoptr (WbPackStore) store = parse_packs_call (cli, argc, argv, 0, &status);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return status;
  if (!wb_pack_store_roll_back (store, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_pack_remove (WbCli  *cli,
                    int     argc,
                    char  **argv)
{
  int status;
  g_autoptr (WbPackStore) store = parse_packs_call (cli, argc, argv, 1, &status);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return status;
  if (!wb_pack_store_remove (store, cli->operands[0], &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

static int
list_keys (WbTrustedKeys *keys)
{
  GPtrArray *list = wb_trusted_keys_list (keys);

  for (guint i = 0; i < list->len; i++)
    {
      const WbTrustedKey *key = g_ptr_array_index (list, i);
      g_autofree char *fingerprint = wb_pack_key_fingerprint (key->key);

      wb_cli_print ("%s\t%s\t%s\n", fingerprint, key->since, key->name);
    }

  return wb_cli_finish ();
}

/* The fingerprint may come with its blanks or without. */
static int
forget_key (WbTrustedKeys *keys,
            const char    *fingerprint)
{
  GPtrArray *list = wb_trusted_keys_list (keys);
  g_autoptr (GString) wanted = g_string_new (fingerprint);
  g_autoptr (GError) error = NULL;

  g_string_replace (wanted, " ", "", 0);
  for (guint i = 0; i < list->len; i++)
    {
      const WbTrustedKey *key = g_ptr_array_index (list, i);
      g_autofree char *text = wb_pack_key_fingerprint (key->key);
      g_autoptr (GString) found = g_string_new (text);

      g_string_replace (found, " ", "", 0);
      if (!g_str_equal (found->str, wanted->str))
        continue;
      if (!wb_trusted_keys_remove (keys, key->key, &error))
        return wb_cli_fail ("%s", error->message);
      return WB_CLI_OK;
    }

  return wb_cli_fail (_("No trusted key has the fingerprint “%s”."), fingerprint);
}

static int
trust_pack (WbTrustedKeys *keys,
            const char    *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPack) pack = wb_pack_load (path, &error);
  g_autofree char *fingerprint = NULL;

  if (pack == NULL)
    return wb_cli_fail ("%s", error->message);
  if (pack->state != WB_PACK_SIGNED)
    return wb_cli_fail (_("The pack “%s” has no valid signature, so there is no key to trust."), pack->title);
  if (!wb_trusted_keys_add (keys, pack->key, pack->publisher, &error))
    return wb_cli_fail ("%s", error->message);
  fingerprint = wb_pack_key_fingerprint (pack->key);
  wb_cli_print ("%s\n", fingerprint);

  return wb_cli_finish ();
}

int
wb_cli_pack_trust (WbCli  *cli,
                   int     argc,
                   char  **argv)
{
  g_autofree char *packs = NULL;
  g_autofree char *forget = NULL;
  const GOptionEntry options[] = {
    { "forget", 0, 0, G_OPTION_ARG_STRING, &forget, N_("Trust the key with this fingerprint no longer"), N_("FINGERPRINT") },
    PACKS_OPTION (&packs),
    { NULL },
  };
  g_autoptr (WbPackStore) store = NULL;
  g_autoptr (WbTrustedKeys) keys = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 1))
    return WB_CLI_WRONG_CALL;
  if (forget != NULL && cli->n_operands > 0)
    return wb_cli_wrong_call (cli, _("“%s” is too much in the call."), cli->operands[0]);
  store = open_packs (cli, packs);
  if (store == NULL)
    return WB_CLI_FAILED;
  keys = wb_pack_store_load_keys (store, &error);
  if (keys == NULL)
    return wb_cli_fail ("%s", error->message);
  if (forget != NULL)
    return forget_key (keys, forget);

  return cli->n_operands > 0 ? trust_pack (keys, cli->operands[0]) : list_keys (keys);
}
