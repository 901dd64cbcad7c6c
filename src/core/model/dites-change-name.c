/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-change-name.h"

#include <glib/gi18n.h>

#include "dites-json.h"

/* What the history keeps says what was done, to what, and no word of it: those who share a file
 * read it each in their language. */

static const char *const actions[] = {
  [DITES_ACTION_ADD] = "add",
  [DITES_ACTION_SET] = "set",
  [DITES_ACTION_TRASH] = "trash",
  [DITES_ACTION_RESTORE] = "restore",
  [DITES_ACTION_IMPORT] = "import",
  [DITES_ACTION_LOAD] = "load",
};

static void
append_member (GString    *out,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, ",\"%s\":", name);
  dites_json_append_string (out, value);
}

/**
 * dites_change_name_make:
 * @action: what was done
 * @kind: (nullable): what the documents are, %NULL for several kinds
 * @n: how many there are
 * @title: (nullable): what the document is called, if it is one
 * @field: (nullable): what was set
 *
 * Returns: (transfer full): the name of a change set, which is the same in every
 *   language; dites_change_name_say() says it in the reader's
 */
char *
dites_change_name_make (DitesChangeAction action,
                        const DitesKind  *kind,
                        guint             n,
                        const char       *title,
                        const DitesField *field)
{
  g_autofree char *nameless = kind != NULL ? dites_kind_dup_nameless (kind) : NULL;
  GString         *out;

  g_return_val_if_fail ((guint) action < G_N_ELEMENTS (actions), NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "{\"action\":\"%s\",\"n\":%u", actions[action], n);
  append_member (out, "kind", kind != NULL ? kind->name : NULL);
  append_member (out, "field", field != NULL ? field->name : NULL);
  /* That it has no title is said in the reader's language too. */
  append_member (out, "title", nameless != NULL && g_strcmp0 (title, nameless) == 0 ? "" : title);
  g_string_append_c (out, '}');

  return g_string_free_and_steal (out);
}

static char *
dup_member (DitesJson   object,
            const char *name)
{
  DitesJson value;

  return dites_json_get_member (object, name, &value) && dites_json_get_type (value) == DITES_JSON_STRING
           ? dites_json_dup_string (value)
           : NULL;
}

static gint
find_action (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i], action) == 0)
      return i;

  return -1;
}

static const char *
get_label (const DitesField *field,
           const char       *name)
{
  if (field != NULL)
    return dites_field_get_label (field);
  if (g_strcmp0 (name, DITES_EXTRA) == 0)
    return _("More from the Lists");

  return name != NULL ? name : "";
}

static char *
dup_what (const DitesKind *kind,
          DitesJson        object)
{
  g_autofree char *title = dup_member (object, "title");
  DitesJson        value;
  gint64           n = 0;

  if (title != NULL && *title == '\0' && kind != NULL)
    return dites_kind_dup_nameless (kind);
  if (title != NULL)
    return g_steal_pointer (&title);
  if (dites_json_get_member (object, "n", &value))
    dites_json_get_int (value, &n);

  return dites_kind_dup_count (kind, CLAMP (n, 0, G_MAXINT));
}

/**
 * dites_change_name_say:
 * @name: the name of a change set
 *
 * Returns: (transfer full): what was done, for a person, in the language of this
 *   thread: “Import of 41 interns”. A name that was made otherwise is said as it is.
 */
char *
dites_change_name_say (const char *name)
{
  g_autofree char  *action = NULL;
  g_autofree char  *kind_name = NULL;
  g_autofree char  *field_name = NULL;
  g_autofree char  *what = NULL;
  const DitesKind  *kind;
  const DitesField *field;
  DitesJson         object;

  g_return_val_if_fail (name != NULL, NULL);

  if (*name != '{' || !dites_json_check (name, -1, NULL))
    return g_strdup (name);

  object = dites_json_of (name, -1);
  action = dup_member (object, "action");
  kind_name = dup_member (object, "kind");
  field_name = dup_member (object, "field");
  kind = kind_name != NULL ? dites_kind_get (kind_name) : NULL;
  field = kind != NULL && field_name != NULL ? dites_kind_get_field (kind, field_name) : NULL;
  what = dup_what (kind, object);

  switch (find_action (action))
    {
    case DITES_ACTION_ADD:
      return g_strdup_printf (_("New document: %s"), what);

    case DITES_ACTION_SET:
      /* Translators: what was changed: the title of a document, the label of its field. */
      return g_strdup_printf (C_("change", "%s: %s"), what, get_label (field, field_name));

    case DITES_ACTION_TRASH:
      /* Translators: what was done: the title of a document, or “3 interns”. */
      return g_strdup_printf (_("%s to the trash"), what);

    case DITES_ACTION_RESTORE:
      /* Translators: what was done: the title of a document, or “3 interns”. */
      return g_strdup_printf (_("%s out of the trash"), what);

    case DITES_ACTION_IMPORT:
      /* Translators: what was imported: “41 interns”. */
      return g_strdup_printf (_("Import of %s"), what);

    case DITES_ACTION_LOAD:
      return g_strdup (_("Added documents"));

    default:
      return g_strdup (name);
    }
}
