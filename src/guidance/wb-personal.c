/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-personal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A pasted table may be long; what is in it shows at its beginning. */
#define MAX_BYTES 65536
/* A single first and last name may be a school or a book. */
#define MANY_NAMES 2

static const char mail_pattern[] = "[\\w.+-]+@([\\w-]+\\.)+[[:alpha:]]{2,}";
static const char made_up_mail[] =
  "@([\\w-]+\\.)*(example|beispiel|muster[\\w-]*|invalid|test|localhost)(\\.[[:alpha:]]{2,})?$|^[\\w.+-]*(muster|beispiel|example)[\\w.+-]*@";

/* With a country code, or an area code set apart: keys of municipalities and postcodes begin with 0, too. */
static const char phone_pattern[] =
  "(?<![\\d.,/-])((\\+[1-9]\\d{0,2}[ /-]?|00[1-9]\\d{0,2}[ /-])(\\(0\\))?[ /-]?[1-9]\\d{1,4}[ /-]?\\d{2,}([ -]?\\d{2,}){0,4}"
  "|\\(?0[1-9]\\d{1,4}\\)?( ?[/-] ?| )\\d{3,}([ -]?\\d{2,}){0,3}|01[567]\\d{8,9})(?![\\d.,])";

static const char iban_pattern[] = "\\b[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?\\b";

static const char birth_pattern[] =
  "\\b(geb\\.?|geboren|geburtsdatum|geburtstag|born|date of birth)\\b[^\\n]{0,20}?\\b(\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(19|20)?\\d\\d|(19|20)\\d\\d-\\d\\d-\\d\\d)\\b"
  "|\\*\\s?\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(19|20)\\d\\d\\b";

/* "Frau Schmidt", not "Frau A." and not "Frau Bürgermeisterin". */
static const char titled_name_pattern[] =
  "\\b(Frau|Herrn?|Mrs\\.?|Mr\\.?|Ms\\.?)\\s+((Prof\\.|Dr\\.)\\s+)*([[:upper:]][[:lower:]]+\\s+)?([[:upper:]][[:lower:]]{2,}(-[[:upper:]][[:lower:]]+)?)\\b(?![-.])";

static const char first_names[] =
  "Alexander|Andrea|Andreas|Angelika|Anja|Anke|Anna|Anne|Barbara|Bernd|Birgit|Brigitte|Christian|Christina|Christine|Claudia|"
  "Daniel|Daniela|David|Dennis|Dieter|Elke|Emma|Eva|Fatma|Felix|Finn|Florian|Frank|Gabriele|Gerhard|Gisela|Günter|Hannah|Hans|"
  "Heike|Helga|Helmut|Ingrid|Jan|Jana|Jens|Johanna|Jonas|Julia|Jürgen|Kai|Karin|Katharina|Kathrin|Katja|Klaus|Laura|Lea|Lena|Leon|"
  "Lisa|Lukas|Manfred|Manuela|Maria|Marie|Marina|Mario|Markus|Martin|Martina|Mehmet|Melanie|Michael|Monika|Mohammed|Nadine|Nicole|"
  "Oliver|Patrick|Paul|Peter|Petra|Philipp|Ralf|Renate|Sabine|Sandra|Sarah|Sebastian|Silke|Simone|Sonja|Stefan|Stefanie|Susanne|"
  "Sven|Thomas|Thorsten|Tim|Tobias|Ulrike|Ursula|Uwe|Walter|Werner|Wolfgang|Yusuf";

static const char made_up_names[] =
  "^(Muster\\w*|Beispiel\\w*|Dummy\\w*|Test\\w*|Fantasie\\w*|Phantasie\\w*|Niemand|Jemand|Unbekannt|Name|Doe|Roe|Bloggs|"
  "\\w*(meister|meisterin|rat|rätin|leiter|leiterin|leitung|minister|ministerin|präsident|präsidentin|dezernent|dezernentin|beauftragte[rn]?|"
  "referent|referentin|kollege|kollegin|kämmerer|kämmerin|direktor|direktorin|vorsitzende[rn]?|sekretär|sekretärin|und|oder)|"
  "\\w*(straße|strasse|schule|gymnasium|platz|weg|allee|institut|stiftung|haus|park|kirche))$";

static gboolean
matches (const char *pattern,
         const char *text,
         gboolean    caseless)
{
  return g_regex_match_simple (pattern, text, caseless ? G_REGEX_CASELESS : 0, 0);
}

typedef gboolean (*Judge) (GMatchInfo *match);

/* How many places of @text match and are not made up. */
static guint
count (const char *pattern,
       gboolean    caseless,
       const char *text,
       Judge       judge)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, caseless ? G_REGEX_CASELESS : 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_return_val_if_fail (regex != NULL, 0);

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      n += judge (match);
      if (!g_match_info_next (match, NULL))
        break;
    }

  return n;
}

static gboolean
is_real_mail (GMatchInfo *match)
{
  g_autofree char *mail = g_match_info_fetch (match, 0);

  return !matches (made_up_mail, mail, TRUE);
}

/* The numbers kept for films and books, as listed by the Bundesnetzagentur. */
static gboolean
is_real_phone (GMatchInfo *match)
{
  static const char *const made_up[] = {
    "3023125", "2214710", "4066969", "6990009", "8999998", "15228817386", "15228895456", "15254599371",
  };
  g_autofree char *phone = g_match_info_fetch (match, 0);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *national;

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len < 9 || digits->len > 15)
    return FALSE;
  national = digits->str + strspn (digits->str, "0");
  if (g_str_has_prefix (national, "49") && (*phone == '+' || g_str_has_prefix (digits->str, "00")))
    national += 2;
  for (guint i = 0; i < G_N_ELEMENTS (made_up); i++)
    if (g_str_has_prefix (national, made_up[i]))
      return FALSE;

  return TRUE;
}

/* ISO 13616: the four characters at the front move to the end, letters become numbers, and the rest by 97 is 1. */
static gboolean
is_real_iban (GMatchInfo *match)
{
  g_autofree char *iban = g_match_info_fetch (match, 0);
  g_autoptr (GString) bare = g_string_new (NULL);
  guint rest = 0;

  for (const char *p = iban; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (bare, *p);
  g_string_append_len (bare, bare->str, 4);
  for (const char *p = bare->str + 4; *p != '\0'; p++)
    rest = g_ascii_isdigit (*p) ? (rest * 10 + (guint) (*p - '0')) % 97 : (rest * 100 + (guint) (*p - 'A') + 10) % 97;

  return bare->len >= 19 && rest == 1;
}

static gboolean
is_anything (GMatchInfo *match)
{
  return TRUE;
}

static gboolean
is_real_title (GMatchInfo *match)
{
  g_autofree char *first = g_match_info_fetch (match, 4);
  g_autofree char *last = g_match_info_fetch (match, 5);

  if (first != NULL && matches (made_up_names, g_strstrip (first), FALSE))
    return FALSE;

  return last != NULL && !matches (made_up_names, last, TRUE);
}

static gboolean
is_real_name (GMatchInfo *match)
{
  g_autofree char *last = g_match_info_fetch (match, 2);

  return last != NULL && !matches (made_up_names, last, TRUE);
}

/* A first name that is common, and a last name; what hangs on by a hyphen or goes on as a place is none ("Hannah-Arendt-Schule"). */
static guint
count_names (const char *text)
{
  g_autofree char *pattern = g_strdup_printf ("(?<![\\w-])(%s) ([[:upper:]][[:lower:]]{2,}(-[[:upper:]][[:lower:]]+)?)\\b"
                                              "(?!-| (Schule|Gymnasium|Straße|Platz|Institut|Stiftung|Haus))", first_names);

  return count (pattern, FALSE, text, is_real_name);
}

/* The groups of an account number look like telephone numbers. */
static guint
count_phones (const char *text)
{
  g_autoptr (GRegex) account = g_regex_new (iban_pattern, 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (account, text, -1, 0, "", 0, NULL);

  return count (phone_pattern, FALSE, rest != NULL ? rest : text, is_real_phone);
}

WbPersonal
wb_personal_find (const char *text)
{
  g_autofree char *start = NULL;
  WbPersonal found = 0;

  g_return_val_if_fail (text != NULL, 0);

  if (strlen (text) > MAX_BYTES)
    {
      start = g_strndup (text, MAX_BYTES);
      text = start;
    }
  if (start != NULL || !g_utf8_validate (text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (text, -1);

      g_free (start);
      text = start = valid;
    }

  if (count (mail_pattern, TRUE, text, is_real_mail) > 0)
    found |= WB_PERSONAL_MAIL;
  if (count_phones (text) > 0)
    found |= WB_PERSONAL_PHONE;
  if (count (iban_pattern, FALSE, text, is_real_iban) > 0)
    found |= WB_PERSONAL_IBAN;
  if (count (birth_pattern, TRUE, text, is_anything) > 0)
    found |= WB_PERSONAL_BIRTH;
  if (count (titled_name_pattern, FALSE, text, is_real_title) > 0 || count_names (text) >= MANY_NAMES)
    found |= WB_PERSONAL_NAMES;

  return found;
}

char *
wb_personal_to_words (WbPersonal found)
{
  static const struct
  {
    WbPersonal flag;
    const char *words;
  } parts[] = {
    { WB_PERSONAL_NAMES, N_("names of people") },   { WB_PERSONAL_MAIL, N_("an e-mail address") },
    { WB_PERSONAL_PHONE, N_("a telephone number") }, { WB_PERSONAL_IBAN, N_("a bank account") },
    { WB_PERSONAL_BIRTH, N_("a date of birth") },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (found & parts[i].flag)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(parts[i].words));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
