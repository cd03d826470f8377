/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-register.h"

#include "wb-fold.h"
#include "wb-register-names.h"
#include "wb-register-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MUNICIPALITIES_FILE "municipalities.tsv"
#define MUNICIPALITIES_HEADER \
  "ags\tars\tname\ttype\tdistrict\tassociation\tstate\tarea_ha\tpopulation\tpostcode"
#define DISTRICTS_FILE "districts-and-associations.tsv"
#define DISTRICTS_HEADER "ars\tname\tkind\tstate\tmunicipalities\tpopulation"

/* A record, folded for the search. */
typedef struct
{
  gboolean municipality;

  /* Owned */
  WbMunicipality *town;
  char *names;   /* the name people use */
  char *titled;  /* (nullable) the same with its kind in front, shortened; of counties and associations */
  char *context; /* official name, kind, county, association, Land, postcode, key */
} Record;

struct _WbRegister
{
  GObject parent_instance;

  /* Owned */
  GArray *records;     /* Record */
  GHashTable *by_key;  /* key → WbMunicipality, both borrowed from @records */
  WbTokenizer *tokenizer;
  GMutex tokenizer_lock;
  GHashTable *folded;  /* (nullable) while loading: text → folded, for what many records share */
};

/* How well a record fits; the less, the better. */
typedef struct
{
  guint tier;
  guint n_missed; /* words of the name that were not asked for */
  const Record *record;
} Match;

enum
{
  TIER_EXACT,   /* the name itself */
  TIER_START,   /* the name begins so */
  TIER_NAME,    /* all words stand in the name */
  TIER_MIXED,   /* some in the name, the others around it */
  TIER_CONTEXT, /* all around it: postcode, county */
  TIER_NONE,
};

G_DEFINE_FINAL_TYPE (WbRegister, wb_register, G_TYPE_OBJECT)

static void
record_clear (gpointer data)
{
  Record *record = data;

  g_clear_object (&record->town);
  g_free (record->names);
  g_free (record->titled);
  g_free (record->context);
}

static void
wb_register_finalize (GObject *object)
{
  WbRegister *self = WB_REGISTER (object);

  g_hash_table_unref (self->by_key);
  g_array_unref (self->records);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  wb_tokenizer_free (self->tokenizer);
  g_mutex_clear (&self->tokenizer_lock);

  G_OBJECT_CLASS (wb_register_parent_class)->finalize (object);
}

static void
wb_register_class_init (WbRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_register_finalize;
}

static void
wb_register_init (WbRegister *self)
{
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_array_set_clear_func (self->records, record_clear);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->tokenizer = wb_tokenizer_new ();
  g_mutex_init (&self->tokenizer_lock);
}

/* (transfer none) */
static const char *
fold_shared (WbRegister *self,
             const char *text)
{
  char *folded = g_hash_table_lookup (self->folded, text);

  if (folded == NULL)
    {
      folded = wb_register_names_fold (self->tokenizer, text);
      g_hash_table_insert (self->folded, g_strdup (text), folded);
    }

  return folded;
}

static char *
make_context (WbRegister     *self,
              WbMunicipality *town)
{
  const char *name = wb_municipality_get_name (town);
  const char *rest = name + strlen (wb_municipality_get_short_name (town));
  const char *association = wb_municipality_get_association (town);
  g_autofree char *suffix = *rest != '\0' ? wb_register_names_fold (self->tokenizer, rest) : NULL;

  /* Most municipalities are an association of their own. */
  return g_strconcat (suffix != NULL ? suffix : "",
                      fold_shared (self, wb_municipality_get_kind (town)),
                      fold_shared (self, wb_municipality_get_district (town)),
                      g_str_equal (association, name) ? "" : fold_shared (self, association),
                      fold_shared (self, wb_municipality_get_state (town)),
                      " ", wb_municipality_get_postcode (town),
                      " ", wb_municipality_get_key (town), NULL);
}

static char *
make_titled (WbRegister     *self,
             WbMunicipality *town,
             const char     *names)
{
  const char *kind = fold_shared (self, wb_municipality_get_kind (town));

  /* "Landkreis Rostock" says itself what it is. */
  if (g_str_has_prefix (names, kind) && names[strlen (kind)] == ' ')
    names += strlen (kind);

  return g_strconcat (" ", wb_register_names_shorten_kind (kind + 1), names, NULL);
}

/* Takes @town. FALSE when the key is there already. */
static gboolean
add_record (WbRegister     *self,
            WbMunicipality *town,
            gboolean        municipality)
{
  Record record = { municipality, town };

  record.names = wb_register_names_fold (self->tokenizer, wb_municipality_get_short_name (town));
  if (!municipality)
    record.titled = make_titled (self, town, record.names);
  record.context = make_context (self, town);
  g_array_append_val (self->records, record);

  return g_hash_table_insert (self->by_key, (gpointer) wb_municipality_get_key (town), town);
}

static gboolean
is_key (const char *text,
        gsize       length)
{
  return strlen (text) == length && text[strspn (text, "0123456789")] == '\0';
}

/* What the register calls "Osnabrück" and keeps the kind of elsewhere is "Landkreis Osnabrück" to people; a name that says
 * itself what it is ("Heidekreis", "Region Hannover") stays. (transfer full) */
static char *
name_area (WbRegister *self,
           const char *ars,
           gsize       key_length,
           const char *name)
{
  g_autofree char *key = g_strndup (ars, key_length);
  WbMunicipality *area = g_hash_table_lookup (self->by_key, key);
  g_autofree char *folded = wb_fold_spelled (name);
  const char *kind;

  if (area == NULL)
    return g_strdup (name);
  kind = wb_municipality_get_kind (area);
  if (strstr (folded, "kreis") != NULL || g_str_has_prefix (folded, "region")
      || g_str_has_prefix (folded, "staedteregion") || g_str_has_prefix (name, kind))
    return g_strdup (name);

  return g_strdup_printf ("%s %s", kind, name);
}

static gboolean
add_municipality (char     **columns,
                  gpointer   user_data,
                  GError   **error)
{
  WbRegister *self = user_data;
  g_autofree char *county = NULL;
  g_autofree char *association = NULL;
  guint population;

  if (!is_key (columns[0], 8) || *columns[2] == '\0'
      || !wb_register_parse_number (columns[8], &population, error))
    return FALSE;

  county = name_area (self, columns[1], 5, columns[4]);
  association = name_area (self, columns[1], 9, columns[5]);

  return add_record (self,
                     wb_municipality_new (columns[0], columns[2], columns[3], county, association,
                                          columns[6], columns[9], population),
                     TRUE);
}

/* The county of an association is the one its key begins with. */
static const char *
find_county (WbRegister *self,
             const char *key)
{
  g_autofree char *county_key = g_strndup (key, 5);
  WbMunicipality *county = g_hash_table_lookup (self->by_key, county_key);

  return county != NULL && strlen (key) > 5 ? wb_municipality_get_name (county) : "";
}

static gboolean
add_district (char     **columns,
              gpointer   user_data,
              GError   **error)
{
  WbRegister *self = user_data;
  guint population;

  if ((!is_key (columns[0], 5) && !is_key (columns[0], 9)) || *columns[1] == '\0'
      || !wb_register_parse_number (columns[5], &population, error))
    return FALSE;

  return add_record (self,
                     wb_municipality_new (columns[0], columns[1], columns[2],
                                          find_county (self, columns[0]), "", columns[3], "",
                                          population),
                     FALSE);
}

WbRegister *
wb_register_load (const char  *folder,
                  GError     **error)
{
  g_autoptr (WbRegister) self = NULL;
  g_autofree char *municipalities = NULL;
  g_autofree char *districts = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (WB_TYPE_REGISTER, NULL);
  municipalities = g_build_filename (folder, MUNICIPALITIES_FILE, NULL);
  districts = g_build_filename (folder, DISTRICTS_FILE, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* Counties and associations first: they say what the areas of the municipalities are called. */
  if (!wb_register_read (districts, DISTRICTS_HEADER, add_district, self, error)
      || !wb_register_read (municipalities, MUNICIPALITIES_HEADER, add_municipality, self, error))
    return NULL;
  g_clear_pointer (&self->folded, g_hash_table_unref);

  return g_steal_pointer (&self);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  WbRegister *self = wb_register_load (task_data, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
wb_register_load_async (const char          *folder,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_register_load_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, load_thread);
}

WbRegister *
wb_register_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
wb_register_get_n_items (WbRegister *self)
{
  g_return_val_if_fail (WB_IS_REGISTER (self), 0);

  return self->records->len;
}

WbMunicipality *
wb_register_get (WbRegister *self,
                 const char *key)
{
  g_return_val_if_fail (WB_IS_REGISTER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

/* What was typed. */
typedef struct
{
  char **words;
  char *start;  /* the words as the beginning of a folded name */
  char *bare;   /* the same without titles in front, such as "Stadt" */
  char *titled; /* the same with the kind in front shortened */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_strfreev (self->words);
  g_free (self->start);
  g_free (self->bare);
  g_free (self->titled);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static guint
count_words (const char *names)
{
  guint n = 0;

  for (; *names != '\0'; names++)
    n += *names == ' ' ? 1 : 0;

  return n;
}

/* Where the words stand: how many in the name, how many around it. FALSE when one of them is nowhere. */
static gboolean
place_words (const Record *record,
             char        **words,
             guint        *in_name,
             guint        *around)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (wb_register_names_match (record->names, words[i]))
      *in_name += 1;
    else if (wb_register_names_match (record->context, words[i]))
      *around += 1;
    else if (!wb_register_names_is_filler (words[i]))
      return FALSE;

  return *in_name + *around > 0;
}

static guint
match_start (const char *names,
             const char *start)
{
  if (!g_str_has_prefix (names, start))
    return TIER_NONE;

  return names[strlen (start)] == '\0' ? TIER_EXACT : TIER_START;
}

static Match
match_record (const Record *record,
              const Wanted *wanted)
{
  Match match = { TIER_NONE, 0, record };
  guint in_name = 0;
  guint around = 0;
  guint n_words;

  match.tier = g_str_equal (record->names, wanted->bare) ? TIER_EXACT : match_start (record->names, wanted->start);
  if (record->titled != NULL)
    match.tier = MIN (match.tier, match_start (record->titled, wanted->titled));
  if (match.tier != TIER_NONE)
    return match;
  if (!place_words (record, wanted->words, &in_name, &around))
    return match;
  n_words = count_words (record->names);
  match.n_missed = n_words - MIN (n_words, in_name);
  if (in_name == 0)
    match.tier = TIER_CONTEXT;
  else
    match.tier = around > 0 ? TIER_MIXED : TIER_NAME;

  return match;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *left = a;
  const Match *right = b;
  guint left_population = wb_municipality_get_population (left->record->town);
  guint right_population = wb_municipality_get_population (right->record->town);

  if (left->tier != right->tier)
    return left->tier < right->tier ? -1 : 1;
  if (left->tier == TIER_MIXED && left->n_missed != right->n_missed)
    return left->n_missed < right->n_missed ? -1 : 1;
  if (left_population != right_population)
    return left_population > right_population ? -1 : 1;

  return strcmp (wb_municipality_get_key (left->record->town),
                 wb_municipality_get_key (right->record->town));
}

static void
prepare_wanted (WbRegister *self,
                const char *text,
                Wanted     *wanted)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *joined = NULL;
  g_autofree char *named = NULL;
  char **name;

  g_mutex_lock (&self->tokenizer_lock);
  wanted->words = wb_register_names_split (self->tokenizer, valid);
  g_mutex_unlock (&self->tokenizer_lock);
  joined = g_strjoinv (" ", wanted->words);
  wanted->start = g_strconcat (" ", joined, NULL);
  if (wanted->words[0] == NULL)
    return;

  for (name = wanted->words; name[1] != NULL && wb_register_names_is_title (*name);)
    name++;
  named = g_strjoinv (" ", name);
  wanted->bare = g_strconcat (" ", named, NULL);

  g_free (joined);
  joined = g_strjoinv (" ", wanted->words + 1);
  wanted->titled = g_strconcat (" ", wb_register_names_shorten_kind (wanted->words[0]), *joined != '\0' ? " " : "",
                                joined, NULL);
}

static void
add_matches (WbRegister   *self,
             const Wanted *wanted,
             gboolean      municipalities,
             guint         worst,
             GArray       *matches)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const Record *record = &g_array_index (self->records, Record, i);
      Match match = { TIER_NONE };

      if (record->municipality == municipalities)
        match = match_record (record, wanted);
      if (match.tier <= worst)
        g_array_append_val (matches, match);
    }
}

/* Whether one of the municipalities found is called so, or begins so: "Oldenburg" means the town, not the county. */
static gboolean
has_town (GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_array_index (matches, Match, i).tier <= TIER_START)
      return TRUE;

  return FALSE;
}

GListModel *
wb_register_search (WbRegister *self,
                    const char *text,
                    gboolean    municipalities,
                    guint       limit)
{
  g_auto (Wanted) wanted = { NULL };
  g_autoptr (GArray) matches = NULL;
  GListStore *found;

  g_return_val_if_fail (WB_IS_REGISTER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_list_store_new (WB_TYPE_MUNICIPALITY);
  prepare_wanted (self, text, &wanted);
  if (wanted.words[0] == NULL)
    return G_LIST_MODEL (found);

  matches = g_array_new (FALSE, FALSE, sizeof (Match));
  add_matches (self, &wanted, municipalities != FALSE, TIER_CONTEXT, matches);
  /* Who types the whole name of a county or association means it. */
  if (municipalities && !has_town (matches))
    add_matches (self, &wanted, FALSE, TIER_EXACT, matches);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len && (limit == 0 || i < limit); i++)
    g_list_store_append (found, g_array_index (matches, Match, i).record->town);

  return G_LIST_MODEL (found);
}

const char *
wb_register_get_source (void)
{
  return _("Municipal register GV100AD of 30 November 2025, population of 31 December 2024; Statistical Offices of the Federation and the Länder / Federal Statistical Office (Destatis), 2025");
}
