/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* The source is in English, which needs no locale. */
static const struct
{
  const char *language;
  const char *locales[6];
} languages[] = {
  { "en", { "C", NULL } },
  { "fr", { "fr_FR.UTF-8", "fr_BE.UTF-8", "fr_CH.UTF-8", "fr_LU.UTF-8", "fr_CA.UTF-8", NULL } },
};

static const char *const *
find_locales (const char *language)
{
  static const char *const none[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (strcmp (languages[i].language, language) == 0)
        return languages[i].locales;
    }

  return none;
}

static gboolean
speaks (const char *language)
{
  return strcmp (C_("code of this language", "en"), language) == 0;
}

/**
 * dites_language_begin:
 * @self: (out caller-allocates): what dites_language_end() needs
 * @language: (nullable): "fr", "en", or %NULL or "system" for the interface's
 *
 * Has gettext(), and with it every text, day, amount and number that the core
 * writes, speak @language on this thread and no other, until
 * dites_language_end(), which must follow in any case. A machine may not have
 * what another language needs; then nothing changes.
 *
 * Returns: whether this thread speaks @language now
 */
gboolean
dites_language_begin (DitesLanguage *self,
                      const char    *language)
{
  const char *const *locales;

  *self = (DitesLanguage) { 0 };
  if (language == NULL || *language == '\0' || strcmp (language, "system") == 0 || speaks (language))
    return TRUE;

  for (locales = find_locales (language); *locales != NULL; locales++)
    {
      locale_t base = duplocale (uselocale ((locale_t) 0));

      self->own = newlocale (LC_MESSAGES_MASK, *locales, base);
      if (self->own == (locale_t) 0)
        {
          freelocale (base);
          continue;
        }

      self->before = uselocale (self->own);
      /* The environment's LANGUAGE may outdo a locale, and the translation may be missing. */
      if (speaks (language))
        return TRUE;
      dites_language_end (self);
    }

  g_debug ("This machine does not speak “%s”", language);
  return FALSE;
}

/**
 * dites_language_end:
 * @self: what dites_language_begin() set, on the same thread
 *
 * Returns this thread to the language it spoke before.
 */
void
dites_language_end (DitesLanguage *self)
{
  if (self->own == (locale_t) 0)
    return;

  uselocale (self->before);
  freelocale (self->own);
  *self = (DitesLanguage) { 0 };
}

/**
 * dites_language_is_there:
 * @language: as for dites_language_begin()
 *
 * Returns: whether this machine speaks @language
 */
gboolean
dites_language_is_there (const char *language)
{
  DitesLanguage scope;
  gboolean      there = dites_language_begin (&scope, language);

  dites_language_end (&scope);

  return there;
}
