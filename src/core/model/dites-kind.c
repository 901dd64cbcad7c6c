/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

#include <glib/gi18n.h>

#include "dites-kinds-table.h"

/* Room for the built-in kinds and for those that a program adds at its start. */
#define MAX_KINDS 64

/* The registry only grows, and an entry is written before the count that shows
 * it, so readers need no lock. Writers are many only in theory: they take one. */
static const DitesKind *registry[MAX_KINDS];
static int              n_registered;

static int
get_n_registered (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (builtin_kinds); i++)
        registry[i] = builtin_kinds[i];

      g_atomic_int_set (&n_registered, G_N_ELEMENTS (builtin_kinds));
      g_once_init_leave (&initialized, 1);
    }

  return g_atomic_int_get (&n_registered);
}

/**
 * dites_kind_register:
 * @kind: a kind; it and all that it points to must stay for good
 *
 * Adds a kind to those that the application knows. The kinds of this folder
 * are there without it. Its name must be new.
 *
 * Can be called from any thread, but belongs to the start of a program: who has
 * listed the kinds before does not hear of it.
 */
void
dites_kind_register (const DitesKind *kind)
{
  static GMutex mutex;
  int           n;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (kind->name != NULL && kind->fields != NULL);
  g_return_if_fail (dites_kind_get (kind->name) == NULL);

  g_mutex_lock (&mutex);

  n = get_n_registered ();
  if (n < MAX_KINDS)
    {
      registry[n] = kind;
      g_atomic_int_set (&n_registered, n + 1);
    }

  g_mutex_unlock (&mutex);

  if (n == MAX_KINDS)
    g_critical ("No room for the kind “%s”", kind->name);
}

/**
 * dites_kind_get:
 * @name: (nullable): the name of a kind, as documents hold it
 *
 * Returns: (nullable): the kind of that name
 */
const DitesKind *
dites_kind_get (const char *name)
{
  int n = get_n_registered ();

  if (name == NULL)
    return NULL;

  for (int i = 0; i < n; i++)
    {
      if (strcmp (registry[i]->name, name) == 0)
        return registry[i];
    }

  return NULL;
}

/**
 * dites_kind_get_all:
 * @n_kinds: (out) (optional): return location for how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds, in the order in which people see them
 */
const DitesKind *const *
dites_kind_get_all (guint *n_kinds)
{
  int n = get_n_registered ();

  if (n_kinds != NULL)
    *n_kinds = n;

  return registry;
}

/**
 * dites_kind_get_label:
 * @kind: a kind
 *
 * Returns: what one document is called, translated
 */
const char *
dites_kind_get_label (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->label);
}

/**
 * dites_kind_get_plural:
 * @kind: a kind
 *
 * Returns: what the documents are called, translated
 */
const char *
dites_kind_get_plural (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->plural);
}

/**
 * dites_kind_dup_count:
 * @kind: (nullable): a kind; %NULL for documents of several
 * @n: how many
 *
 * Returns: (transfer full): the number and what there are so many of, as it
 *   stands in a sentence: “3 interns”
 */
char *
dites_kind_dup_count (const DitesKind *kind,
                      guint            n)
{
  g_autofree char *what = NULL;

  if (kind == NULL)
    return g_strdup_printf (ngettext ("%'u document", "%'u documents", n), n);

  what = g_utf8_strdown (n == 1 ? dites_kind_get_label (kind) : dites_kind_get_plural (kind), -1);

  /* Translators: a number, and what there are so many of, in lower case: “3 interns”. */
  return g_strdup_printf (_("%'u %s"), n, what);
}

/**
 * dites_kind_dup_nameless:
 * @kind: a kind
 *
 * Returns: (transfer full): what a document of it is called that has no title
 */
char *
dites_kind_dup_nameless (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  /* Translators: %s is what a document is about: “Housing without a name”. */
  return g_strdup_printf (_("%s without a name"), dites_kind_get_label (kind));
}

/**
 * dites_kind_get_create_label:
 * @kind: a kind
 *
 * Returns: what the command is called that makes a document of it, translated
 */
const char *
dites_kind_get_create_label (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->create != NULL ? kind->create : N_("New"));
}

/**
 * dites_kind_get_field:
 * @kind: a kind
 * @name: the name of a member
 *
 * Returns: (nullable): the field of that name; not of a part of it
 */
const DitesField *
dites_kind_get_field (const DitesKind *kind,
                      const char      *name)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return dites_field_find (kind->fields, name);
}

/**
 * dites_kind_identify:
 * @kind: the kind of @document
 * @document: a document
 * @keys: (element-type utf8): where keys are added; owns them with g_free()
 *
 * Says what a document can be recognised by in another list or on another desk,
 * strongest first. Keys are comparable texts: “email:camille@exemple.invalid”.
 *
 * Returns: how many of the keys prove that two documents are the same; the rest suggests it
 */
guint
dites_kind_identify (const DitesKind *kind,
                     DitesDocument   *document,
                     GPtrArray       *keys)
{
  g_return_val_if_fail (kind != NULL, 0);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), 0);
  g_return_val_if_fail (keys != NULL, 0);

  return kind->identify != NULL ? kind->identify (document, keys) : 0;
}

/**
 * dites_kind_duplicate:
 * @kind: the kind of @document
 * @document: a document
 *
 * Copies a document under a new id, also what nobody knows in it; but not who
 * changed it when, nor that it is published.
 *
 * Returns: (transfer full): the copy
 */
DitesDocument *
dites_kind_duplicate (const DitesKind *kind,
                      DitesDocument   *document)
{
  static const char *const own[] = { "_id", "kind", "changed_at", "changed_by", NULL };
  g_autofree char         *id = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  id = dites_document_new_id (kind->name);
  builder = dites_document_builder_new (kind->name, id);
  for (gsize i = 0; i < dites_document_get_n_members (document); i++)
    {
      g_autofree char *member = NULL;
      DitesJson        name, value;

      dites_document_get_member_at (document, i, &name, &value);
      member = dites_json_dup_string (name);
      if (member == NULL || g_strv_contains (own, member) ||
          (g_strcmp0 (member, kind->state_field) == 0 && kind->published_state != NULL && dites_json_string_equal (value, kind->published_state)))
        continue;
      dites_document_builder_set_json (builder, member, value.text, value.length);
    }

  return dites_document_builder_end (builder);
}
