/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-fold.h"

#include <string.h>

/* What decomposition leaves whole, and what people type for it. */
static const char *
get_replacement (gunichar c)
{
  switch (c)
    {
    case 0x0153: /* œ */
      return "oe";
    case 0x00e6: /* æ */
      return "ae";
    case 0x00df: /* ß */
      return "ss";
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x0131: /* ı */
      return "i";
    case 0x00fe: /* þ */
      return "th";
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x02bc: /* ʼ */
    case 0x00b4: /* ´ */
    case 0x2032: /* ′ */
      return "'";
    case 0x2010: /* ‐ and the other hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return "-";
    case 0x00ab: /* « */
    case 0x00bb: /* » */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
      return "\"";
    default:
      return NULL;
    }
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x2007 ||
         c == 0x200b || c == 0x2060 || c == 0xfeff || c < 0x20;
}

static void
append_blank (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static void
append_folded (GString *out,
               gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts;

  /* The ordinals of “Nº” are a sign and not a letter. */
  if (c == 0x00ba || c == 0x00aa)
    {
      g_string_append_unichar (out, 0x00b0);
      return;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar    part = g_unichar_tolower (parts[i]);
      const char *replacement = get_replacement (part);

      if (replacement != NULL)
        g_string_append (out, replacement);
      else if (is_blank (part))
        append_blank (out);
      else if (!g_unichar_ismark (part) && part != 0x00ad)
        g_string_append_unichar (out, part);
    }
}

static void
drop_last_blank (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Calls for valid UTF-8 whatever was given: a fold must never fail. */
static const char *
get_valid (const char *text,
           char      **owned)
{
  *owned = NULL;
  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;

  *owned = g_utf8_make_valid (text, -1);
  return *owned;
}

/* What the ASCII characters fold to; 0 is a blank. */
typedef struct
{
  guint8 whole[128]; /* for dites_fold() */
  guint8 words[128]; /* for dites_fold_words() */
} Ascii;

static gpointer
make_ascii (gpointer data)
{
  static Ascii ascii;

  for (int c = 0; c < 128; c++)
    {
      ascii.whole[c] = c <= ' ' || c == 0x7f ? 0 : g_ascii_tolower (c);
      ascii.words[c] = g_ascii_isalnum (c) ? g_ascii_tolower (c) : 0;
    }

  return &ascii;
}

static const Ascii *
get_ascii (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_ascii, NULL);
}

/* Characters that fold to one or two ASCII letters: nearly all that French lists hold beside ASCII. */
#define LATIN_END 0x180

typedef struct
{
  char folded[LATIN_END - 0x80][3]; /* empty: to be worked out */
} Latin;

static gpointer
make_latin (gpointer data)
{
  static Latin latin;

  for (gunichar c = 0x80; c < LATIN_END; c++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      gboolean letters = TRUE;

      append_folded (out, c);
      for (gsize i = 0; i < out->len; i++)
        letters = letters && g_ascii_isalpha (out->str[i]);
      if (letters && out->len <= 2)
        memcpy (latin.folded[c - 0x80], out->str, out->len);
    }

  return &latin;
}

static const char *
get_latin (gunichar c)
{
  static GOnce once = G_ONCE_INIT;
  const Latin *latin = g_once (&once, make_latin, NULL);

  return latin->folded[c - 0x80];
}

/* Most of what is folded is ASCII and letters of French, none of which becomes longer: one walk
 * and one piece of memory. %NULL where there is anything else. */
static char *
fold_french (const char   *text,
             const guint8 *ascii)
{
  const guchar *p = (const guchar *) text;
  char         *folded = g_malloc (strlen (text) + 1);
  char         *d = folded;

  while (*p != '\0')
    {
      const char *letters = NULL;

      if (*p < 0x80)
        {
          char c = ascii[*p++];

          if (c != 0)
            *d++ = c;
          else if (d > folded && d[-1] != ' ')
            *d++ = ' ';
          continue;
        }

      /* Of two bytes, and below LATIN_END. */
      if (*p >= 0xc2 && *p <= 0xc5 && (p[1] & 0xc0) == 0x80)
        letters = get_latin ((*p & 0x1f) << 6 | (p[1] & 0x3f));
      if (letters == NULL || *letters == '\0')
        {
          g_free (folded);
          return NULL;
        }
      p += 2;
      while (*letters != '\0')
        *d++ = *letters++;
    }
  if (d > folded && d[-1] == ' ')
    d--;
  *d = '\0';

  return folded;
}

typedef void (*AppendFunc) (GString *out,
                            gunichar c);

/* ASCII and letters by their tables, and the rest by @append. */
static char *
fold (const char   *text,
      const guint8 *ascii,
      AppendFunc    append)
{
  g_autofree char *owned = NULL;
  char            *french = text != NULL ? fold_french (text, ascii) : NULL;
  const char      *p;
  GString         *out;

  if (french != NULL)
    return french;

  p = get_valid (text, &owned);
  out = g_string_sized_new (strlen (p) + 8);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && ascii[c] == 0)
        append_blank (out);
      else if (c < 0x80)
        g_string_append_c (out, (char) ascii[c]);
      else if (c < LATIN_END && *get_latin (c) != '\0')
        g_string_append (out, get_latin (c));
      else
        append (out, c);
    }

  drop_last_blank (out);

  return g_string_free_and_steal (out);
}

/**
 * dites_fold:
 * @text: (nullable): any text
 *
 * Folds a text so that two ways to write the same compare equal: lower case,
 * no accents, œ as oe, ’ as ', dashes as -, one space between words. Folding a
 * folded text changes nothing.
 *
 * Returns: (transfer full): the folded text
 */
char *
dites_fold (const char *text)
{
  return fold (text, get_ascii ()->whole, append_folded);
}

/* Appends what is a letter or a digit of the folded text of one character, and a blank for the rest. */
static void
append_words (GString *out,
              gunichar c)
{
  /* Behind something, so that a blank is one. */
  g_autoptr (GString) folded = g_string_new ("x");

  append_folded (folded, c);

  for (const char *p = folded->str + 1; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar part = g_utf8_get_char (p);

      if (part < 0x80 ? g_ascii_isalnum (part) : g_unichar_isalnum (part))
        g_string_append_unichar (out, part);
      else
        append_blank (out);
    }
}

/**
 * dites_fold_words:
 * @text: (nullable): any text
 *
 * Folds like dites_fold(), and keeps letters and digits only, in words with
 * one space between them: “N° d’étudiant” becomes “n d etudiant”. What headers,
 * choices and names are compared by.
 *
 * Returns: (transfer full): the words
 */
char *
dites_fold_words (const char *text)
{
  return fold (text, get_ascii ()->words, append_words);
}

/**
 * dites_fold_name:
 * @text: (nullable): the name of a person or a place
 *
 * Folds like dites_fold_words(), and writes “st” and “ste” out as “saint” and
 * “sainte”.
 *
 * Returns: (transfer full): the folded name
 */
char *
dites_fold_name (const char *text)
{
  g_autofree char *words = dites_fold_words (text);
  GString         *out;
  const char      *word = words;

  if (strstr (words, "st") == NULL)
    return g_steal_pointer (&words);

  out = g_string_sized_new (strlen (words) + 8);
  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");

      append_blank (out);
      if (length == 2 && strncmp (word, "st", 2) == 0)
        g_string_append (out, "saint");
      else if (length == 3 && strncmp (word, "ste", 3) == 0)
        g_string_append (out, "sainte");
      else
        g_string_append_len (out, word, length);

      word += length;
      if (*word == ' ')
        word++;
    }

  return g_string_free_and_steal (out);
}

/**
 * dites_fold_place:
 * @text: (nullable): the name of a place
 *
 * Folds like dites_fold_name(), and drops an article in front: “Le Houga” and
 * “HOUGA” are the same place.
 *
 * Returns: (transfer full): the folded name
 */
char *
dites_fold_place (const char *text)
{
  static const char *const articles[] = { "le ", "la ", "les ", "l " };
  char                    *name = dites_fold_name (text);

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      gsize length = strlen (articles[i]);

      if (strncmp (name, articles[i], length) == 0)
        {
          memmove (name, name + length, strlen (name + length) + 1);
          break;
        }
    }

  return name;
}

/* Whether there is nothing to trim, as in most of what is read: ASCII with single spaces inside. */
static gboolean
is_trim (const char *text)
{
  char last = ' ';

  for (; *text != '\0'; text++)
    {
      if (*text < ' ' || *text >= 0x7f || (*text == ' ' && last == ' '))
        return FALSE;
      last = *text;
    }

  return last != ' ';
}

/**
 * dites_trim:
 * @text: (nullable): any text
 *
 * Takes the white space off both ends and leaves one space for each run of it
 * inside; no-break and zero-width spaces and control characters count as white
 * space. Nothing else changes.
 *
 * Returns: (transfer full): the trimmed text, valid UTF-8
 */
char *
dites_trim (const char *text)
{
  g_autofree char *owned = NULL;
  const char      *valid;
  GString         *out;

  if (text != NULL && is_trim (text))
    return g_strdup (text);

  valid = get_valid (text, &owned);
  out = g_string_sized_new (strlen (valid) + 1);
  for (const char *p = valid; *p != '\0';)
    {
      const char *run = p;
      gunichar    c;

      /* Most of what is read are letters and figures, which stay as they are. */
      while (*p > ' ' && *p < 0x7f)
        p++;
      g_string_append_len (out, run, p - run);
      if (*p == '\0')
        break;

      c = g_utf8_get_char (p);
      if (is_blank (c))
        append_blank (out);
      else
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }

  drop_last_blank (out);

  return g_string_free_and_steal (out);
}
