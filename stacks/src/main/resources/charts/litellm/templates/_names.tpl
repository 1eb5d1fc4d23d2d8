{{- define "litellm.labels" -}}
app.kubernetes.io/name: litellm
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- define "litellm.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end }}
