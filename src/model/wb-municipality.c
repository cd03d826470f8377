/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-municipality.h"

#include <string.h>

struct _WbMunicipality
{
  GObject parent_instance;

  guint population;

  /* Owned */
  char *key;
  char *name;
  char *short_name;
  char *kind;
  char *district;
  char *association;
  char *state;
  char *postcode;
};

G_DEFINE_FINAL_TYPE (WbMunicipality, wb_municipality, G_TYPE_OBJECT)

/* The first two digits of every key name the Land. */
static const char *const state_codes[] = {
  "SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH",
};

static void
wb_municipality_finalize (GObject *object)
{
  WbMunicipality *self = WB_MUNICIPALITY (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->kind);
  g_free (self->district);
  g_free (self->association);
  g_free (self->state);
  g_free (self->postcode);

  G_OBJECT_CLASS (wb_municipality_parent_class)->finalize (object);
}

static void
wb_municipality_class_init (WbMunicipalityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_municipality_finalize;
}

static void
wb_municipality_init (WbMunicipality *self)
{
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* "Hagenow, Stadt" → "Hagenow"; "Bautzen / Budyšin, Stadt …" → "Bautzen". */
static char *
shorten_name (const char *name)
{
  g_autofree char *copy = g_strdup (name);
  char *cut = strstr (copy, ", ");

  if (cut != NULL)
    *cut = '\0';
  cut = strstr (copy, " / ");
  if (cut != NULL)
    *cut = '\0';

  return g_steal_pointer (&copy);
}

WbMunicipality *
wb_municipality_new (const char *key,
                     const char *name,
                     const char *kind,
                     const char *district,
                     const char *association,
                     const char *state,
                     const char *postcode,
                     guint       population)
{
  WbMunicipality *self;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (WB_TYPE_MUNICIPALITY, NULL);
  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->short_name = shorten_name (name);
  self->kind = dup_or_empty (kind);
  self->district = dup_or_empty (district);
  self->association = dup_or_empty (association);
  self->state = dup_or_empty (state);
  self->postcode = dup_or_empty (postcode);
  self->population = population;

  return self;
}

const char *
wb_municipality_get_key (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->key;
}

const char *
wb_municipality_get_name (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->name;
}

const char *
wb_municipality_get_short_name (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->short_name;
}

const char *
wb_municipality_get_kind (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->kind;
}

const char *
wb_municipality_get_district (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->district;
}

const char *
wb_municipality_get_association (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->association;
}

const char *
wb_municipality_get_state (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->state;
}

const char *
wb_municipality_get_postcode (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  return self->postcode;
}

guint
wb_municipality_get_population (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), 0);

  return self->population;
}

const char *
wb_municipality_get_state_code (WbMunicipality *self)
{
  int state;

  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), NULL);

  if (!g_ascii_isdigit (self->key[0]) || !g_ascii_isdigit (self->key[1]))
    return NULL;
  state = (self->key[0] - '0') * 10 + (self->key[1] - '0');

  return state >= 1 && state <= (int) G_N_ELEMENTS (state_codes) ? state_codes[state - 1] : NULL;
}

gboolean
wb_municipality_is_municipality (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), FALSE);

  return strlen (self->key) == 8;
}

WbSizeClass
wb_municipality_get_size_class (WbMunicipality *self)
{
  g_return_val_if_fail (WB_IS_MUNICIPALITY (self), WB_SIZE_SMALL);

  if (strlen (self->key) == 5)
    return WB_SIZE_REGION;
  if (self->population < 20000)
    return WB_SIZE_SMALL;
  if (!wb_municipality_is_municipality (self))
    return WB_SIZE_REGION;

  return self->population < 100000 ? WB_SIZE_MEDIUM : WB_SIZE_LARGE;
}

const char *
wb_size_class_to_string (WbSizeClass size)
{
  static const char *const names[] = {
    [WB_SIZE_SMALL] = "klein",
    [WB_SIZE_MEDIUM] = "mittel",
    [WB_SIZE_LARGE] = "gross",
    [WB_SIZE_REGION] = "kreis",
  };

  g_return_val_if_fail ((guint) size < G_N_ELEMENTS (names), NULL);

  return names[size];
}
